"""What the styleguide shows the components of pages with: questions, people, partners, steps."""

PEOPLE = {
    "questions": [
        {
            "question": "Ai có thể xuất hiện trong danh bạ?",
            "answer": "<p>Startup, doanh nghiệp khoa học và công nghệ và tổ chức hỗ trợ có hoạt động tại Quảng Ninh.</p>",
        },
        {"question": "Đăng ký có mất phí không?", "answer": "<p>Không.</p>"},
    ],
    "persons": [
        {
            "name": "Nguyễn Thị Hà (mẫu)",
            "role": "Đầu mối hỗ trợ doanh nghiệp",
            "email": "ha@khoi-nghiep.example",
            "phone": "0203 000 0000",
            "note": "Trả lời về hồ sơ trong danh bạ và giấy chứng nhận.",
        },
        {"name": "Trần Văn Đức (mẫu)", "role": "Đầu mối dữ liệu"},
    ],
    "partners": [
        {
            "name": "Trung tâm Ươm tạo Hạ Long (mẫu)",
            "website": "https://uom-tao.example/",
            "text": "Chỗ làm việc và cố vấn cho nhóm khởi nghiệp trong mười hai tháng đầu.",
        }
    ],
    "steps": [
        {"title": "Viết cho chúng tôi", "text": "Gửi tên tổ chức và điều bạn muốn giới thiệu."},
        {"title": "Chúng tôi xem", "text": "Trong ba ngày làm việc có câu trả lời."},
        {"title": "Hồ sơ lên trang", "text": "Mọi người tìm thấy bạn, cả khi gõ không dấu."},
    ],
}
