"""Many more sample organizations for load work: the same ones for the same number, with believable words."""

import random
from collections.abc import Sequence

from django.db import transaction

from portal.core.vietnamese import slug as make_slug
from portal.demo.loading import Vocabulary
from portal.search import knowledge
from portal.search.indexing import AT_ONCE, index_changed
from startups.enums import OrganizationKind, PublicationState, Stage
from startups.models import Organization

_FIRST = "Hạ Long,Bái Tử Long,Vân Đồn,Yên Tử,Bạch Đằng,Cửa Lục,Ba Chẽ,Bình Liêu,Móng Cái,Tiên Yên,Cô Tô,Đông Triều,Uông Bí".split(",")
_SECOND = "Xanh,Mới,Sáng,Việt,Biển,Số,An,Phúc,Minh,Đại Dương,Bình Minh,Hải Âu,Sao Mai,Phương Đông,Thịnh Vượng,Tương Lai".split(",")
_FIELDS = (
    ("Nuôi biển", "nuôi hàu và cá lồng trên bè nhựa, theo dõi nước bằng cảm biến", "blue_economy", "aquaculture_tech"),
    ("Năng lượng", "lắp điện mặt trời mái nhà và pin lưu trữ cho xưởng nhỏ", "renewable_energy", "renewable_energy_tech"),
    ("Cơ khí", "chế tạo máy phân loại và băng tải cho nhà máy", "manufacturing", "automation"),
    ("Phần mềm", "viết phần mềm quản lý cho hợp tác xã và hộ kinh doanh", "digital_transformation", "cloud"),
    ("Y tế số", "kết nối bác sĩ tuyến tỉnh với trạm y tế xã, đảo", "healthcare", "telehealth"),
    ("Nông sản", "trồng ba kích, trà hoa vàng và truy xuất từng lô hàng", "hightech_agriculture", "traceability"),
    ("Trí tuệ", "dùng thị giác máy tính để đếm và phân loại sản phẩm", "artificial_intelligence", "computer_vision"),
    ("Du lịch", "dẫn khách bằng thuyết minh tự động và đặt chỗ trực tuyến", "smart_tourism", "vr_ar"),
    ("Gốm", "làm gốm và bán kèm câu chuyện của người thợ", "cultural_industry", "3d_printing"),
    ("Kho vận", "ghép chuyến hàng biên mậu và giữ lạnh hải sản", "logistics", "logistics_platform"),
    ("Học liệu", "soạn bài học số về biển đảo cho học sinh", "education", "edtech_platform"),
    ("Môi trường", "thu gom rác nhựa trên vịnh và tái chế thành vật liệu", "materials_environment", "recycling"),
    ("Mỏ", "đo khí và cảnh báo sớm trong hầm lò", "clean_mining", "iot"),
)
_SENTENCES = (
    "Nhóm bắt đầu từ {year} với ba người và một xưởng nhỏ ở {unit}.",
    "Khách hàng đầu tiên là các hợp tác xã trong vùng, sau đó đến doanh nghiệp ở Hạ Long và Hải Phòng.",
    "Mỗi tháng đội kỹ thuật đi thực địa ít nhất hai lần để nghe người dùng nói.",
    "Sản phẩm dùng được trên điện thoại rẻ tiền và khi mạng yếu.",
    "Năm nay nhóm muốn tìm người bán hàng và một đối tác phân phối ngoài tỉnh.",
    "Dữ liệu thu được lưu lại theo ngày để so sánh giữa các mùa.",
    "Chi phí ban đầu thấp hơn khoảng một phần ba so với cách làm cũ, theo số liệu của chính nhóm.",
)


def load_scaled(number: int, *, seed: int = 2026) -> int:
    """Write `number` further samples in batches, each indexed in its transaction; return how many were new."""
    known = Vocabulary.read()
    there = set(Organization.objects.filter(external_code__startswith="QNX-").values_list("external_code", flat=True))
    wanted = [n for n in range(1, number + 1) if f"QNX-{n:06}" not in there]
    units = sorted(known.units.items())
    for start in range(0, len(wanted), AT_ONCE):
        with transaction.atomic():
            _write(wanted[start : start + AT_ONCE], known, units, seed)
    knowledge.learn()
    return len(wanted)


def _write(numbers: Sequence[int], known: Vocabulary, units: Sequence[tuple[str, int]], seed: int) -> None:
    made = [_organization(n, random.Random(f"{seed}:{n}"), units) for n in numbers]  # noqa: S311 -- the same every time
    Organization.objects.bulk_create(one for one, _sector, _technology in made)
    sectors = Organization.sectors.through
    technologies = Organization.technologies.through
    sectors.objects.bulk_create(sectors(organization_id=one.pk, term_id=known.sectors[code]) for one, code, _ in made)
    technologies.objects.bulk_create(
        technologies(organization_id=one.pk, term_id=known.technologies[code]) for one, _, code in made
    )
    index_changed("organization", [one.pk for one, _sector, _technology in made])


def _organization(n: int, chance: random.Random, units: Sequence[tuple[str, int]]) -> tuple[Organization, str, str]:
    field, work, sector, technology = chance.choice(_FIELDS)
    place, second = chance.choice(_FIRST), chance.choice(_SECOND)
    year = chance.randint(2004, 2026)
    sentences = chance.sample(_SENTENCES, 4)
    name = f"{field} {place} {second} {n} (mẫu)"
    one = Organization(
        external_code=f"QNX-{n:06}",
        name_vi=name,
        name_en=f"Sample organization {n} (sample)",
        slug=f"{make_slug(name)}-{n}",
        kind=chance.choices(
            [OrganizationKind.STARTUP, OrganizationKind.ST_ENTERPRISE, OrganizationKind.SME, OrganizationKind.ENTERPRISE], [6, 2, 3, 3]
        )[0],
        stage=chance.choice(Stage.values[:7]),
        founded_year=year,
        unit_id=chance.choice(units)[1],
        tagline_vi=f"{place} {second}: {work}."[:200],
        description_vi=" ".join([f"{name} {work}.", *(s.format(year=year, unit=place) for s in sentences)]),
        tags=[field.lower()],
        publication_state=PublicationState.PUBLISHED,
        is_sample=True,
    )
    one.prepare()
    return one, sector, technology
