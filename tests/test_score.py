"""The command `score`, on files of its own."""

from pathlib import Path

import orjson
import pytest

from briefgraph.cli.main import run
from briefgraph.cli.score import average_precision
from briefgraph.resolve.claims import score as score_of

SAME = ("A blast in Orlovia killed 12 people on Monday.", "Twelve people were killed in a blast in Orlovia on Monday.")
OTHER = ("A blast in Orlovia killed 12 people on Monday.", "A blast in Orlovia killed 14 people on Monday.")


def lines(*rows: tuple[object, ...]) -> str:
    return "".join("\t".join(map(str, row)) + "\n" for row in rows)


def test_pairs_are_scored_line_by_line(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "pairs.tsv"
    file.write_text("\ufeff" + lines(SAME, OTHER) + "\n", "utf-8")
    assert run(["score", str(file)]) == 0
    out, err = capfd.readouterr()
    rows = [line.split("\t") for line in out.splitlines()]
    assert [row[1:3] for row in rows] == [["SAME", ""], ["CONFLICTING", "number"]]
    assert [row[0] for row in rows] == [f"{score_of(*pair).score:.4f}" for pair in (SAME, OTHER)]
    assert [tuple(row[3:]) for row in rows] == [SAME, OTHER]
    assert err == ""


def test_grades_give_a_summary(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "pairs.tsv"
    file.write_text(lines((4.6, *SAME), (2, *OTHER), ("", *SAME), (2.8, *SAME)), "utf-8")
    assert run(["score", str(file)]) == 0
    out, err = capfd.readouterr()
    assert len(out.splitlines()) == 4
    assert err.splitlines() == [
        "linked: 2 of 3",
        "of the linked graded below 3.0: 1 of 2 (50.0%)",
        "of those graded 4.0 and above linked: 1 of 1 (100.0%)",
        "average precision: 0.500",
    ]


def test_the_form_of_the_msr_corpus_is_read(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "msr.txt"
    header = ("Quality", "#1 ID", "#2 ID", "#1 String", "#2 String")
    file.write_text("\ufeff" + lines(header, (1, 7, 8, *SAME), (0, 9, 10, *OTHER)), "utf-8")
    assert run(["score", str(file)]) == 0
    out, err = capfd.readouterr()
    assert [line.split("\t")[1] for line in out.splitlines()] == ["SAME", "CONFLICTING"]
    assert err.splitlines() == [
        "linked: 1 of 2",
        "of the linked graded 0: 0 of 1 (0.0%)",
        "of those graded 1 linked: 1 of 1 (100.0%)",
        "average precision: 1.000",
    ]


def test_features_are_a_column_of_json(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "pairs.tsv"
    file.write_text(lines(OTHER), "utf-8")
    assert run(["score", "--features", str(file)]) == 0
    features = orjson.loads(capfd.readouterr().out.split("\t")[5])
    assert features["numbers_both_sides"] == 1
    assert features.keys() == score_of(*OTHER).features.keys()


def test_bad_lines_are_said_and_the_rest_is_scored(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "pairs.tsv"
    rows = [b"one column", b"high\ta\tb", b"7\ta\tb", b"a\tb\tc\td", b"\xff\tb", b"nan\ta\tb", b"a\t" + b"b" * 1_000_001, "\t".join(SAME).encode()]
    file.write_bytes(b"\n".join(rows))
    assert run(["score", str(file)]) == 1
    out, err = capfd.readouterr()
    assert len(out.splitlines()) == 1
    assert [line.removeprefix(f"{file}:") for line in err.splitlines()] == [
        "1: 1 column; two sentences, or a grade and two, are expected",
        "2: the first column is no grade from 0 to 5",
        "3: the first column is no grade from 0 to 5",
        "4: 4 columns; two sentences, or a grade and two, are expected",
        "5: is no UTF-8",
        "6: the first column is no grade from 0 to 5",
        "7: longer than 1,000,000 bytes",
    ]


def test_what_is_no_file_is_refused(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["score", str(tmp_path)]) == 1
    assert run(["score", str(tmp_path / "none.tsv")]) == 1
    assert capfd.readouterr().err.splitlines() == [
        f"briefgraph: {tmp_path} is no regular file; give a file, a folder or - for standard input",
        f"briefgraph: {tmp_path / 'none.tsv'}: No such file or directory",
    ]


def test_what_is_printed_does_not_act_on_the_terminal(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "pairs.tsv"
    file.write_text("Orlovia \x1b[2J fell\tOrlovia fell\n", "utf-8")
    assert run(["score", str(file)]) == 0
    assert "\x1b" not in capfd.readouterr().out


def test_average_precision_counts_equal_scores_as_one_rank() -> None:
    assert average_precision([(0.9, True), (0.8, False), (0.7, True)]) == pytest.approx((1 + 2 / 3) / 2)
    assert average_precision([(0.5, True), (0.5, False)]) == average_precision([(0.5, False), (0.5, True)]) == 0.5
    assert average_precision([(0.5, False)]) == 0
