"""What OWSLib reads of a server, as a script of a researcher would: prints one JSON object."""
import json
import sys

from owslib.ogcapi.features import Features
from owslib.ogcapi.processes import Processes

RELATIONS = ("data", "conformance", "service-desc", "service-doc")


def ids(page):
    return [f["id"] for f in page["features"]]


def pages(service, collection, size):
    """All ids, page by page, by the offset that OWSLib sends."""
    found = []
    while True:
        page = ids(service.collection_items(collection, limit=size, offset=len(found)))
        found += page
        if len(page) < size:
            return found


def main(base):
    service = Features(base)
    places = service.collection("places")
    queryables = service.collection_queryables("places")["properties"]
    processes = Processes(base)
    print(json.dumps({
        "links": [link["rel"] for link in service.links if link["rel"] in RELATIONS],
        "openApi": service.api()["openapi"],
        "classes": service.conformance()["conformsTo"],
        "layers": service.feature_collections(),
        "title": places["title"],
        "box": places["extent"]["spatial"]["bbox"][0],
        "queryables": {name: shape.get("type", shape.get("format")) for name, shape in queryables.items()},
        "first": service.collection_item("places", "1")["properties"],
        "encoded": service.collection_item("đất.ven biển%2F1", "2")["geometry"]["type"],
        "inBox": ids(service.collection_items("places", bbox=[105.9, 9.5, 106, 9.65])),
        "atTime": ids(service.collection_items("places", datetime="2009-12-23")),
        "filtered": ids(service.collection_items("places", filter="people > 100000 AND name LIKE 'V%'")),
        "searched": ids(service.collection_items("places", q="vinh chau")),
        "matched": service.collection_items("many", limit=1)["numberMatched"],
        "processes": [process["id"] for process in processes.processes()["processes"]],
        "process": processes.process("zonal-statistics")["id"],
        "paged": pages(service, "many", 1000),
    }))


main(sys.argv[1])
