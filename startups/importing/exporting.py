"""The mirror of the import: every organization as a row that the import reads back unchanged."""

import csv
import io
from collections.abc import Iterator

from django.db.models import Prefetch, QuerySet
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from startups.enums import CertificateState
from startups.importing.columns import COLUMNS, SEPARATOR
from startups.models import Certificate, Organization

_FORMULA = ("=", "+", "-", "@")


def rows(organizations: QuerySet[Organization]) -> Iterator[dict[str, str]]:
    """Yield one row an organization, by column."""
    stated = Certificate.objects.filter(state=CertificateState.STATED)
    everything = organizations.select_related("unit").prefetch_related(
        "sectors", "technologies", "products", Prefetch("certificates", stated, to_attr="stated")
    )
    for one in everything.order_by("pk").iterator(chunk_size=500):
        yield {
            "name_vi": one.name_vi,
            "name_en": one.name_en,
            "brand_name": one.brand_name,
            "tax_code": one.tax_code or "",
            "external_code": one.external_code or "",
            "kind": one.kind,
            "sectors": _joined(term.code for term in one.sectors.all()),
            "tags": _joined([*(term.code for term in one.technologies.all()), *one.tags]),
            "unit": one.unit.code if one.unit else "",
            "stage": one.stage,
            "founded": str(one.founded_year or ""),
            "website": one.website,
            "email": one.email_public,
            "phone": one.phone_public,
            "tagline_vi": one.tagline_vi,
            "tagline_en": one.tagline_en,
            "description_vi": one.description_vi,
            "description_en": one.description_en,
            "products": _joined(product.name_vi for product in one.products.all()),
            "certificate": _joined(certificate.statement for certificate in one.stated),  # type: ignore[attr-defined]
        }


def _joined(values: object) -> str:
    return f"{SEPARATOR} ".join(values)  # type: ignore[arg-type]


def as_csv(organizations: QuerySet[Organization]) -> bytes:
    """Return a CSV file in UTF-8 with a byte order mark, which spreadsheets open with the right letters."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, fieldnames=list(COLUMNS))
    writer.writeheader()
    for row in rows(organizations):
        writer.writerow({column: _harmless(text) for column, text in row.items()})
    return out.getvalue().encode("utf-8-sig")


def _harmless(text: str) -> str:
    """Keep a spreadsheet from running a text as a formula; the import takes the apostrophe off again."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def as_xlsx(organizations: QuerySet[Organization]) -> bytes:
    """Return an XLSX workbook whose cells are all text, so that codes keep their leading zeros."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("organizations")
    sheet.append(list(COLUMNS))
    for row in rows(organizations):
        cells = []
        for text in row.values():
            cell = WriteOnlyCell(sheet, value=text)
            cell.data_type = "s"
            cells.append(cell)
        sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
