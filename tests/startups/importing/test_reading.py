"""Any file that somebody calls a spreadsheet is read rightly or refused with a reason, never half understood."""

import datetime
import io
import unicodedata
import zipfile

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from startups.importing import lines
from startups.importing.lines import MOST_ROWS, UnreadableFile
from startups.importing.reading import read
from tests.startups.importing.files import csv_text, read_text, saved, with_entry, workbook

NAMES = ["Công ty Ước Mơ Hạ Long", "Đặc khu Vân Đồn, “Nuôi hàu”", "Ẩm thực Thuỷ Tạ"]
TEXT = "name_vi;unit\r\n" + "".join(f"{name};Vân Đồn\r\n" for name in NAMES)


def names(sheet):
    return [row.cells["name_vi"] for row in sheet.rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le-bom"])
def test_unicode_encodings_are_read(tmp_path, encoding):
    data = b"\xff\xfe" + TEXT.encode("utf-16-le") if encoding == "utf-16-le-bom" else TEXT.encode(encoding)
    sheet = read_text(tmp_path, data)
    assert names(sheet) == NAMES
    assert sheet.notes == []


def as_windows_1258(text: str) -> bytes:
    """Write each letter of Windows-1258 and the tone behind it, as Vietnamese Windows does."""
    out = b""
    for char in text:
        try:
            out += char.encode("cp1258")
        except UnicodeEncodeError:
            *base, tone = unicodedata.normalize("NFD", char)
            marks = unicodedata.normalize("NFC", "".join(base)), tone
            if len(base) == 2 and tone not in "\u0300\u0301\u0303\u0309\u0323":
                marks = unicodedata.normalize("NFC", base[0] + tone), base[1]
            out += "".join(marks).encode("cp1258")
    return out


def test_windows_1258_is_read_and_said(tmp_path):
    sheet = read_text(tmp_path, as_windows_1258(TEXT))
    assert names(sheet) == NAMES
    assert len(sheet.notes) == 1
    assert "Windows-1258" in sheet.notes[0]


@pytest.mark.parametrize(
    "data",
    [
        b"name_vi;unit\r\nC\xabng ty C\xe6 ph\xc7n;V\xa9n \xa7\xe5n\r\n",  # TCVN3, of the old Vietnamese fonts
        "name_vi\nSociété Générale de l'Aquaculture çà et là\n".encode("cp1252"),
        "name_vi\nCông ty\n".encode("utf-16-be"),  # without its mark
        bytes(range(256)) * 4,
        b"\xff\xfen\x00a",  # half a letter
        b"%PDF-1.7\n\xe2\xe3\xcf\xd3",
    ],
)  # fmt: skip
def test_an_unknown_encoding_is_refused(tmp_path, data):
    with pytest.raises(UnreadableFile, match=r"CSV UTF-8"):
        read_text(tmp_path, data)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_found(tmp_path, delimiter):
    rows = [{"name_vi": "A, B; C", "unit": "x\ty"}]
    sheet = read_text(tmp_path, csv_text(rows, ["name_vi", "unit", "Xã, phường, đặc khu"], delimiter))
    assert [(row.cells["name_vi"], row.cells["unit"]) for row in sheet.rows] == [("A, B; C", "x y")]


def test_the_separator_line_of_excel_is_obeyed(tmp_path):
    sheet = read_text(tmp_path, "sep=|\r\nname_vi|unit\r\nA|B\r\n")
    assert [row.cells for row in sheet.rows] == [{"name_vi": "A", "unit": "B"}]


def test_headings_in_vietnamese_are_known_and_others_are_said(tmp_path):
    sheet = read_text(
        tmp_path, "STT,Tên doanh nghiệp (*),MÃ SỐ THUẾ,Xã/phường/đặc khu,GHI CHÚ\n1,A,5700000001,Vân Đồn,x\n"
    )
    assert sheet.rows[0].cells == {"name_vi": "A", "tax_code": "5700000001", "unit": "Vân Đồn"}
    assert len(sheet.notes) == 2
    assert "STT" in sheet.notes[0]
    assert "GHI CHÚ" in sheet.notes[1]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_all_ends_of_lines_are_understood(tmp_path, end):
    assert names(read_text(tmp_path, f"name_vi;unit{end}A;{end}B;{end}")) == ["A", "B"]


def test_row_numbers_are_those_of_the_spreadsheet(tmp_path):
    sheet = read_text(tmp_path, 'name_vi,description_vi\nA,"two\nlines"\n\n,\nB,\n')
    assert [(row.number, row.cells["name_vi"]) for row in sheet.rows] == [(2, "A"), (5, "B")]
    assert sheet.rows[0].cells["description_vi"] == "two\nlines"


def test_nul_and_control_characters_are_dropped(tmp_path):
    sheet = read_text(tmp_path, "name_vi\nBi\x00ển\x07 Xanh\u200b\n")
    assert names(sheet) == ["Biển Xanh"]


def test_a_quotation_mark_never_closed_is_refused_with_its_row(tmp_path):
    rows = "".join(f"Công ty {number}\n" for number in range(2, 4999))
    with pytest.raises(UnreadableFile, match=r"4999"):
        read_text(tmp_path, f'name_vi\n{rows}"Công ty hỏng\nCông ty 5000\n')


def test_a_torn_row_is_a_problem_of_that_row_only(tmp_path):
    rows = [f"Công ty {number},Vân Đồn\n" for number in range(2, 5001)]
    rows[4997] = "Công ty A, B và C,Vân Đồn, Quảng Ninh\n"
    sheet = read_text(tmp_path, "name_vi,unit\n" + "".join(rows))
    assert [row.number for row in sheet.rows if row.problem] == [4999]
    assert len(sheet.rows) == 4999


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("", "empty"),
        ("\n\n  \n", "empty"),
        ("a,b\n1,2\n", "name_vi"),
        ("name_vi," + ",".join(f"c{n}" for n in range(200)) + "\n", "60"),
        ("name_vi\n" + "A\n" * (MOST_ROWS + 1), "5000"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, "XLSX"),
        (b"PK\x03\x04 but no archive", "XLSX"),
        (b"PK\x03\x04" + b"\0" * 200, "XLSX"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(tmp_path, data, reason):
    with pytest.raises(UnreadableFile, match=reason):
        read_text(tmp_path, data)


def test_exactly_the_most_rows_are_read(tmp_path):
    assert len(read_text(tmp_path, "name_vi\n" + "A\n" * MOST_ROWS).rows) == MOST_ROWS


def test_a_missing_or_too_large_file_is_refused(tmp_path, monkeypatch):
    with pytest.raises(UnreadableFile, match=r"nowhere\.csv"):
        read(tmp_path / "nowhere.csv")
    with pytest.raises(UnreadableFile, match=tmp_path.name):
        read(tmp_path)
    large = saved(tmp_path, b"name_vi\n")
    with large.open("r+b") as file:
        file.truncate(lines.MOST_BYTES + 1)  # no byte of it is written
    with pytest.raises(UnreadableFile, match="30 MB"):
        read(large)


def test_a_workbook_is_read_whatever_its_name(tmp_path):
    book = workbook(
        [
            ["Tên", "Mã số thuế", "Năm thành lập", "Điện thoại", "Website"],
            ["Công ty Ước Mơ", 5700000001, datetime.date(2019, 3, 1), 2033123456.0, None],
            [None, None, None, None, None],
            ["Hai", None, 2020, None, "hai.example", "a note beside the table"],
        ]
    )
    sheet = read(saved(tmp_path, book, "list.csv"))
    columns = ("name_vi", "tax_code", "founded", "phone", "website")
    assert [(row.number, row.cells) for row in sheet.rows] == [
        (2, dict(zip(columns, ["Công ty Ước Mơ", "5700000001", "2019-03-01", "2033123456", ""], strict=True))),
        (4, dict(zip(columns, ["Hai", "", "2020", "", "hai.example"], strict=True))),
    ]


def test_formulas_and_error_values_are_not_taken(tmp_path):
    book = workbook(
        [["name_vi", "website", "tagline_vi"], ["A", '=HYPERLINK("http://x")', "#REF!"], ["=B1", "b.example", ""]]
    )
    sheet = read(saved(tmp_path, book))
    assert [(row.cells["name_vi"], row.cells["website"], row.untaken) for row in sheet.rows] == [
        ("A", "", ("website", "tagline_vi")),
        ("", "b.example", ("name_vi",)),
    ]


def test_a_workbook_with_200_columns_is_refused(tmp_path):
    book = workbook([["name_vi", *(f"c{n}" for n in range(199))], ["A"]])
    with pytest.raises(UnreadableFile, match="60"):
        read(saved(tmp_path, book))


def test_a_workbook_with_5001_rows_is_refused(tmp_path):
    with pytest.raises(UnreadableFile, match="5000"):
        read(saved(tmp_path, workbook([["name_vi"], *(["A"] for _ in range(5001))])))


@pytest.mark.parametrize("unpacked", [101 * 2**20, 20 * 2**20])
def test_a_zip_bomb_is_never_unpacked(tmp_path, unpacked):
    bomb = with_entry(workbook([["name_vi"]]), "xl/worksheets/sheet1.xml", b"\0" * unpacked)
    assert len(bomb) < 200_000
    with pytest.raises(UnreadableFile, match="unreasonable size"):
        read(saved(tmp_path, bomb))


def test_a_bomb_that_lies_about_its_size_is_refused(tmp_path):
    sheet = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>' + b" " * 20_000_000
    )
    bomb = with_entry(workbook([["name_vi"]]), "xl/worksheets/sheet1.xml", sheet)
    lying = bomb.replace(len(sheet).to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    assert lying != bomb
    with pytest.raises(UnreadableFile, match="no readable XLSX"):
        read(saved(tmp_path, lying))


def test_a_sheet_of_a_billion_rows_is_refused(tmp_path):
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        '<row r="1"><c r="A1" t="inlineStr"><is><t>name_vi</t></is></c></row>'
        '<row r="999999999"><c r="A999999999" t="inlineStr"><is><t>A</t></is></c></row></sheetData></worksheet>'
    )
    with pytest.raises(UnreadableFile):
        read(saved(tmp_path, with_entry(workbook([["name_vi"]]), "xl/worksheets/sheet1.xml", sheet.encode())))


def test_entities_that_multiply_are_refused(tmp_path):
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    sheet = f'<!DOCTYPE s [<!ENTITY e0 "ha">{entities}]><worksheet><sheetData>&e11;</sheetData></worksheet>'
    with pytest.raises(UnreadableFile):
        read(saved(tmp_path, with_entry(workbook([["name_vi"]]), "xl/worksheets/sheet1.xml", sheet.encode())))


@example(data=b"\x00\r\x00")
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=300) | st.text(max_size=200).map(lambda text: f"name_vi,tags\n{text}".encode("utf-8", "ignore"))
)
def test_any_bytes_are_read_or_refused(tmp_path, data):
    try:
        sheet = read_text(tmp_path, data)
    except UnreadableFile:
        return
    assert all(row.number > 1 for row in sheet.rows)


@pytest.fixture(scope="module")
def entries():
    with zipfile.ZipFile(io.BytesIO(workbook([["name_vi", "unit"], ["A", "B"], ["C", 5]]))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_damaged_workbook_is_read_or_refused(tmp_path, entries, data):
    name = data.draw(st.sampled_from(sorted(entries)))
    content = entries[name]
    place = data.draw(st.integers(0, len(content)))
    content = content[:place] + data.draw(st.binary(max_size=4)) + content[place + data.draw(st.integers(0, 40)) :]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry, old in entries.items():
            archive.writestr(entry, content if entry == name else old)
    try:
        read(saved(tmp_path, out.getvalue()))
    except UnreadableFile:
        return
