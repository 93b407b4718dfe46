"""Keys of an index: texts that may state the same share one."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgraph.resolve.claims import Verdict, keys, profile, score

HERE = Path(__file__).parent
PAIRS = [line.split("\t")[-2:] for name in ("same.tsv", "tempting.tsv") for line in (HERE / name).read_text("utf-8").splitlines()]


@pytest.mark.parametrize(("a", "b"), PAIRS)
def test_what_links_or_conflicts_shares_a_key(a: str, b: str) -> None:
    if score(a, b).verdict is not Verdict.DIFFERENT:
        assert set(keys(profile(a))) & set(keys(profile(b)))


@given(st.text(max_size=100))
def test_keys_are_few_and_fit_an_integer_column(text: str) -> None:
    found = keys(profile(text))
    assert 1 <= len(found) <= 20
    assert list(found) == sorted(set(found))
    assert all(0 <= key < 2**63 for key in found)


def test_a_text_gives_the_keys_that_it_can() -> None:
    assert len(keys(profile("Orlovia"))) == 1
    assert len(keys(profile("Orlovia closed"))) == 1
    assert len(keys(profile("Orlovia closed ports"))) == 1
    assert len(keys(profile("Orlovia closed ports in winter"))) == 4
    assert keys(profile("12")) != keys(profile("14"))
    assert keys(profile("It is.")) == keys(profile("it is"))


def test_texts_on_other_matters_share_none() -> None:
    one = keys(profile("Orlovia closed the port of Tarn after the storm damaged its crane."))
    other = keys(profile("A Brindle singer won the song contest with a ballad about rain."))
    assert not set(one) & set(other)


def test_keys_are_the_same_in_every_process() -> None:
    text = "Orlovia closed the port of Tarn after the storm."
    code = f"from briefgraph.resolve.claims import keys, profile; print(keys(profile({text!r})))"
    runs = [
        subprocess.run([sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True)
        for seed in ("1", "2")
    ]
    assert {run.stdout.strip() for run in runs} == {str(keys(profile(text)))}
