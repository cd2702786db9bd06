import pytest


@pytest.fixture(autouse=True)
def own_files(settings, tmp_path):
    """Pictures and the file of logins of this test only."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.DEMO_LOGINS_FILE = tmp_path / "logins"
    return tmp_path
