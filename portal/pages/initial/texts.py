"""The first pages of a new site, in both languages. Editors change them afterwards; a migration writes them once."""

HOME = {
    "vi": {
        "title": "Khởi nghiệp Quảng Ninh",
        "seo_title": "Cổng khởi nghiệp và khoa học, công nghệ",
        "search_description": "Tìm startup, doanh nghiệp khoa học và công nghệ, nhà đầu tư và đơn vị hỗ trợ ở 54 xã, phường, đặc khu của Quảng Ninh.",
        "sections": [
            {
                "type": "hero",
                "value": {
                    "title": "Từ vịnh di sản đến vịnh sáng tạo",
                    "lead": "Tìm startup, doanh nghiệp khoa học và công nghệ, nhà đầu tư và đơn vị hỗ trợ của Quảng Ninh. Gõ không dấu cũng được.",
                    "examples": ["nuôi hàu Vân Đồn", "cảm biến khí mỏ", "du lịch thông minh"],
                },
            },
            {
                "type": "figures",
                "value": {
                    "figures": [
                        {
                            "value": "31",
                            "label": "doanh nghiệp khoa học và công nghệ của tỉnh",
                            "note": "",
                            "source": "Báo cáo của tỉnh",
                            "source_url": "",
                            "date": "7/2025",
                        },
                        {
                            "value": "3/34",
                            "label": "xếp hạng chỉ số đổi mới sáng tạo cấp địa phương (PII) năm 2025",
                            "note": "58,41 điểm; năm 2024: hạng 6/63",
                            "source": "Bộ Khoa học và Công nghệ",
                            "source_url": "",
                            "date": "10/2025",
                        },
                        {
                            "value": "54",
                            "label": "xã, phường và đặc khu",
                            "note": "30 phường, 22 xã, 2 đặc khu",
                            "source": "Nghị quyết 1679/NQ-UBTVQH15",
                            "source_url": "",
                            "date": "16/06/2025",
                        },
                    ]
                },
            },
            {"type": "featured", "value": {"title": "Xác minh gần đây", "order": "verified", "number": 6}},
            {"type": "sectors", "value": {"title": "Theo lĩnh vực"}},
            {
                "type": "territory",
                "value": {
                    "title": "Theo địa bàn",
                    "lead": "Chọn một ô để xem các tổ chức ở xã, phường hoặc đặc khu đó. Tên huyện, thị xã, thành phố cũ vẫn tìm được trong ô tìm kiếm.",
                },
            },
        ],
    },
    "en": {
        "title": "Quảng Ninh Startups",
        "seo_title": "The startup and science-and-technology portal",
        "search_description": "Find startups, science-and-technology enterprises, investors and support bodies in the 54 wards, communes and special zones of Quảng Ninh.",
        "sections": [
            {
                "type": "hero",
                "value": {
                    "title": "From a bay of heritage to a bay of ideas",
                    "lead": "Find startups, science-and-technology enterprises, investors and support bodies of Quảng Ninh. English words find Vietnamese texts too.",
                    "examples": ["oyster farming", "mine gas sensor", "smart tourism"],
                },
            },
            {
                "type": "figures",
                "value": {
                    "figures": [
                        {
                            "value": "31",
                            "label": "science-and-technology enterprises in the province",
                            "note": "",
                            "source": "Report of the province",
                            "source_url": "",
                            "date": "July 2025",
                        },
                        {
                            "value": "3 of 34",
                            "label": "rank in the Provincial Innovation Index (PII) 2025",
                            "note": "58.41 points; in 2024: 6th of 63",
                            "source": "Ministry of Science and Technology",
                            "source_url": "",
                            "date": "Oct 2025",
                        },
                        {
                            "value": "54",
                            "label": "wards, communes and special zones",
                            "note": "30 wards, 22 communes, 2 special zones",
                            "source": "Resolution 1679/NQ-UBTVQH15",
                            "source_url": "",
                            "date": "16 June 2025",
                        },
                    ]
                },
            },
            {"type": "featured", "value": {"title": "Recently verified", "order": "verified", "number": 6}},
            {"type": "sectors", "value": {"title": "By sector"}},
            {
                "type": "territory",
                "value": {
                    "title": "By place",
                    "lead": "Choose a hexagon to see the organizations of that ward, commune or special zone. The search also knows the names of the former districts.",
                },
            },
        ],
    },
}

DIRECTORY = {
    "vi": {
        "title": "Danh bạ",
        "search_description": "Danh bạ startup, doanh nghiệp khoa học và công nghệ, nhà đầu tư và đơn vị hỗ trợ của tỉnh Quảng Ninh, lọc theo lĩnh vực, địa bàn và giai đoạn.",
        "introduction": "<p>Ai đang làm gì, ở đâu trong hệ sinh thái đổi mới sáng tạo của tỉnh. Lọc theo lĩnh vực, địa bàn, giai đoạn; mỗi hồ sơ ghi rõ ngày cập nhật và ngày xác minh.</p>",
    },
    "en": {
        "title": "Directory",
        "search_description": "Startups, science-and-technology enterprises, investors and support bodies of Quảng Ninh province, by sector, place and stage.",
        "introduction": "<p>Who does what, and where, in the province’s innovation ecosystem. Filter by sector, place and stage; every profile says when it was updated and when it was verified.</p>",
    },
}

STANDARD = {
    "tuyen-bo-tro-nang": {
        "vi": {
            "title": "Tuyên bố trợ năng",
            "search_description": "Cổng này được làm để ai cũng dùng được: bàn phím, trình đọc màn hình, điện thoại nhỏ, không cần JavaScript.",
            "body": "<p>Cổng hướng tới mức AA của WCAG 2.2. Mọi trang dùng được bằng bàn phím và trình đọc màn hình, ở màn hình rộng 320 điểm ảnh, với chữ phóng to 200 % và không cần JavaScript; màu sắc theo chế độ sáng hoặc tối của thiết bị.</p><h2>Cách chúng tôi kiểm tra</h2><p>Mỗi lần thay đổi, các trang được kiểm tra tự động bằng axe ở cả hai chế độ màu. Kiểm tra tự động không thay được người dùng thật.</p><h2>Điều còn thiếu</h2><ul><li>Một số mô tả của tổ chức chỉ có tiếng Việt; trang tiếng Anh ghi rõ điều đó.</li><li>Màn hình quản trị dành cho biên tập viên dùng giao diện của Wagtail và theo tuyên bố trợ năng của phần mềm đó.</li></ul>",
        },
        "en": {
            "title": "Accessibility statement",
            "search_description": "This portal is made for everybody: keyboard, screen reader, small phones, without JavaScript.",
            "body": "<p>The portal aims at level AA of WCAG 2.2. Every page works with a keyboard and a screen reader, on a screen 320 pixels wide, with text enlarged to 200 % and without JavaScript; colors follow the light or dark scheme of the device.</p><h2>How we check</h2><p>At every change the pages are checked automatically with axe in both color schemes. Automatic checks do not replace real users.</p><h2>What is missing</h2><ul><li>Some descriptions of organizations exist in Vietnamese only; the English page says so.</li><li>The editors’ screens are those of Wagtail and follow that software’s own accessibility statement.</li></ul>",
        },
    },
    "ve-du-lieu": {
        "vi": {
            "title": "Về dữ liệu",
            "search_description": "Dữ liệu của cổng đến từ đâu, ai xác nhận, và dùng lại như thế nào.",
            "body": "<p>Mỗi con số trên cổng có nguồn và ngày. Hồ sơ ghi ngày cập nhật và ngày xác minh gần nhất.</p><h2>Ba điều không lẫn vào nhau</h2><ul><li><b>Doanh nghiệp KH&amp;CN có giấy chứng nhận</b>: cán bộ đã xác nhận số, ngày và cơ quan cấp.</li><li><b>Startup được công nhận</b>: có quyết định công nhận doanh nghiệp khởi nghiệp sáng tạo.</li><li><b>Tự khai</b>: điều tổ chức nói về mình, chưa ai xác nhận.</li></ul><h2>Dữ liệu cá nhân</h2><p>Tên người chỉ hiện khi người đó đã đồng ý. Cổng không theo dõi người đọc và không gửi yêu cầu nào tới máy chủ khác.</p><h2>Dữ liệu mở</h2><p>Phần công khai của danh bạ đọc được bằng máy qua giao diện dữ liệu, miễn phí.</p>",
        },
        "en": {
            "title": "About the data",
            "search_description": "Where the data of this portal comes from, who confirms it and how to reuse it.",
            "body": "<p>Every number on the portal has a source and a date. A profile says when it was updated and when it was last verified.</p><h2>Three statements that are never mixed</h2><ul><li><b>Certified S&amp;T enterprise</b>: an official has confirmed number, date and issuing body.</li><li><b>Recognized startup</b>: there is a decision that recognizes the firm as an innovative startup.</li><li><b>Self-declared</b>: what the organization says of itself; nobody has confirmed it.</li></ul><h2>Personal data</h2><p>A person is named only after having agreed. The portal does not track its readers and sends no request to another host.</p><h2>Open data</h2><p>The public part of the directory can be read by machines, free of charge.</p>",
        },
    },
}
