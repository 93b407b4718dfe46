"""Every file that travels with the code is found by its name, and nothing else is."""

import pytest

from briefgraph.resources import FOLDERS, resource, resources


def test_a_file_is_found_by_its_name() -> None:
    assert "type Query" in resource("schema/briefgraph.graphql").read_text("utf-8")


@pytest.mark.parametrize("folder", FOLDERS)
def test_what_a_folder_lists_is_found(folder: str) -> None:
    names = resources(folder, "")
    assert names == sorted(names)
    assert all(resource(name).is_file() for name in names)


def test_the_list_goes_down_and_keeps_to_its_suffix() -> None:
    names = resources("sql", ".sql")
    assert "sql/relations/claim-backers.sql" in names
    assert all(name.endswith(".sql") for name in names)


def test_a_folder_that_is_not_there_has_no_files() -> None:
    assert resources("sql/nothing", ".sql") == []


def test_a_name_that_nothing_has_is_refused() -> None:
    with pytest.raises(FileNotFoundError, match=r"sql/nothing\.sql is missing"):
        resource("sql/nothing.sql")


@pytest.mark.parametrize("name", ["", "src", "/sql", "sql/../pyproject.toml", "sql//schema", "sql/"])
def test_a_name_that_leads_elsewhere_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="is no resource"):
        resource(name)
