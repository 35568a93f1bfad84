"""What leaves by the export comes back by the import, and changes nothing."""

import pytest

from tests.support.importer import Importer, verdicts
from tests.support.messy_tables import messy_workbook


@pytest.mark.parametrize("language", ["zh-CN", "en"])
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_an_export_imported_again_changes_nothing(desk: Importer, ending: str, language: str) -> None:
    desk.applies(desk.reads(messy_workbook(24, faults=False).data))
    path = f"/api/projects/{desk.project}/assets.{ending}"
    exported = desk.phone.client.get(path, headers={"Accept-Language": language})
    assert exported.status_code == 200
    preview = desk.reads(exported.get_data(), f"assets.{ending}")
    assert (preview["source"], verdicts(preview)) == ("roundsman", {"same": len(desk.assets())})
