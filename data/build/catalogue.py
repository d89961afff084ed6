"""Writes layers.yaml: what descriptions.py says, with the checksum of each file."""
import hashlib
import json
from pathlib import Path

from descriptions import GRIDS, VECTORS

DATA = Path(__file__).resolve().parent.parent
HEAD = """# The bundled layers: what each is, where it comes from, how far it can be trusted. Made by data/build; do not edit.
layers:
"""
ORDER = ["id", "file", "kind", "geometry", "title", "description", "source", "licence", "attribution", "date", "status",
         "accuracy_m", "time_start", "time_end", "categorical", "unit", "sha256", "properties", "legend"]


def _text(value):
    """A value on one line; JSON is YAML."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_text(part)}" for key, part in value.items()) + "}"
    return json.dumps(value, ensure_ascii=False)


def _entry(identifier, file, kind, said):
    facts = {"id": identifier, "file": file, "kind": kind, **said,
             "sha256": hashlib.sha256((DATA / file).read_bytes()).hexdigest()}
    lines = []
    for key in (key for key in ORDER if key in facts):
        value = facts[key]
        if isinstance(value, list):
            lines += [f"{key}:", *(f"  - {_text(part)}" for part in value)]
        elif key in ("title", "description"):
            lines += [f"{key}:", *(f"  {language}: {_text(value[language])}" for language in ("vi", "en"))]
        else:
            lines.append(f"{key}: {_text(value)}")
    return "\n".join(("  - " if i == 0 else "    ") + line for i, line in enumerate(lines)) + "\n"


def build():
    entries = [_entry(key, f"layers/{key}.geojson", "vector", said) for key, said in VECTORS.items()]
    entries += [_entry(key, f"grids/{key}.tif", "grid", said) for key, said in GRIDS.items()]
    (DATA / "layers.yaml").write_text(HEAD + "\n".join(entries), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    build()
