"""Events over time and between whom, as pandas tables.

python3 Config/examples/series.py [address]      needs pandas
"""

import json
import os
import sys
import urllib.parse
import urllib.request

import pandas as pd

ADDRESS = sys.argv[1] if len(sys.argv) > 1 else "http://localhost:8080"


def rows(resource: str, **parameters) -> pd.DataFrame:
    """The rows of a resource of /v1/flat. TARIKH_KEY is sent where the service has keys."""
    url = f"{ADDRESS}/v1/flat/{resource}?{urllib.parse.urlencode(parameters)}"
    request = urllib.request.Request(url)
    if key := os.environ.get("TARIKH_KEY"):
        request.add_header("Authorization", f"Bearer {key}")
    with urllib.request.urlopen(request) as answer:
        return pd.DataFrame(json.load(answer))


# Years are numbers of milliseconds, so that also those before 1678 and after 2262 are there.
series = rows("series", by="entity", n=3, interval="decade", fill=1, **{"from": "1900", "to": "2030"})
if series.empty:
    sys.exit("There are no events between 1900 and 2030.")
series["decade"] = series["time"].str.slice(0, 4)
print(series.pivot(index="decade", columns="series", values="value"))

matrix = rows("matrix", rows="entity", cols="place", n=5, m=5)
print()
print(matrix.pivot(index="row", columns="col", values="value"))

events = rows("events", limit=1000)
print()
print(events.dtypes)
print(events[["edtf", "title", "confidence"]].head(5))
