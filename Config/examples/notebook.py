# %% [markdown]
# # A timeline, step by step
# Cells between `# %%` run in VS Code, Spyder, PyCharm or, with jupytext, in Jupyter; the file runs as a script too.
# Needs pandas.

# %% Where the service is
import os
import urllib.parse

import pandas as pd

address = os.environ.get("TARIKH_ADDRESS", "http://localhost:8080")


def rows(resource: str, **parameters) -> pd.DataFrame:
    url = f"{address}/v1/flat/{resource}?{urllib.parse.urlencode(parameters | {'format': 'csv'})}"
    key = os.environ.get("TARIKH_KEY")
    return pd.read_csv(url, storage_options={"Authorization": f"Bearer {key}"} if key else None)


# %% Who is named most
top = rows("top", field="entity", metric="mentions", n=10, other=1)
print(top[["label", "type", "value", "share"]])

# %% One of them
one = top.iloc[0]
print(f"{one['label']} ({one['id']}): {one['value']} mentions")

# %% What happened to them
events = rows("events", entity=one["id"], limit=200)
print(events[["edtf", "precision", "title"]].to_string(index=False, max_colwidth=60))

# %% How long each of it lasted at most, in days
events["days"] = (events["timeEnd_ms"] - events["time_ms"]) // 86_400_000 + 1
print(events.groupby("precision")["days"].describe()[["count", "min", "max"]])

# %% With whom
pairs = rows("cooccurrence", entity=one["id"], unit="sentence", measure="pmi", n=10)
print(pairs[["a", "b", "count", "pmi"]])

# %% As a chart, where matplotlib is installed
try:
    import matplotlib

    matplotlib.use("Agg")
    years = rows("series", entity=one["id"], interval="year", fill=1, **{"from": "1980", "to": "2030"})
    years.plot(x="time", y="value", kind="bar").figure.savefig("timeline.png")
    print("timeline.png")
except ImportError:
    print("No matplotlib: no chart.")
