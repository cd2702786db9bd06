"""The mirror of the import: every organization as a row that the import reads back unchanged."""

import csv
import io
from collections.abc import Iterator

from django.db.models import QuerySet
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from startups.importing.columns import COLUMNS, joined
from startups.importing.lines import clean, with_guard
from startups.importing.writing import stated
from startups.models import Organization


def rows(organizations: QuerySet[Organization]) -> Iterator[dict[str, str]]:
    """Yield one row an organization, by column, in the order in which they were written."""
    everything = organizations.select_related("unit").prefetch_related(
        "sectors", "technologies", "products", "certificates"
    )
    for organization in everything.order_by("pk").iterator(chunk_size=500):
        yield {column: clean(text) for column, text in _row(organization).items()}


def _row(organization: Organization) -> dict[str, str]:
    return {
        "name_vi": organization.name_vi,
        "name_en": organization.name_en,
        "brand_name": organization.brand_name,
        "tax_code": organization.tax_code or "",
        "external_code": organization.external_code or "",
        "kind": organization.kind,
        "sectors": joined(term.code for term in organization.sectors.all()),
        "tags": joined([*(term.code for term in organization.technologies.all()), *organization.tags]),
        "unit": organization.unit.code if organization.unit else "",
        "stage": organization.stage,
        "founded": str(organization.founded_year or ""),
        "website": organization.website,
        "email": organization.email_public,
        "phone": organization.phone_public,
        "tagline_vi": organization.tagline_vi,
        "tagline_en": organization.tagline_en,
        "description_vi": organization.description_vi,
        "description_en": organization.description_en,
        "products": joined(product.name_vi for product in organization.products.all()),
        "certificate": joined(certificate.statement for certificate in stated(organization)),
    }


def as_csv(organizations: QuerySet[Organization]) -> bytes:
    """Return a CSV file in UTF-8 with a byte order mark, which spreadsheets open with the right letters."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, fieldnames=list(COLUMNS))
    writer.writeheader()
    for row in rows(organizations):
        writer.writerow({column: with_guard(text) for column, text in row.items()})
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(organizations: QuerySet[Organization]) -> bytes:
    """Return an XLSX workbook whose cells are all text, so that codes keep their zeros and nothing is a formula."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("organizations")
    sheet.append(list(COLUMNS))
    for row in rows(organizations):
        cells = []
        for text in row.values():
            cell = WriteOnlyCell(sheet, value=with_guard(text, in_text_cell=True))
            cell.data_type = "s"
            cells.append(cell)
        sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
