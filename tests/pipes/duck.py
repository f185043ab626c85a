#!/usr/bin/env python3
"""Asks DuckDB about recipes that porkcli has converted.

    duck.py RECIPES.jsonl [PORKCLI]
"""

import subprocess
import sys
import tempfile

try:
    import duckdb
except ImportError:
    print("skipped: duckdb is not installed (pip install duckdb)")
    sys.exit(0)

recipes = sys.argv[1]
porkcli = sys.argv[2] if len(sys.argv) > 2 else "porkcli"

with tempfile.NamedTemporaryFile(suffix=".jsonl") as converted:
    with open(recipes, "rb") as source:
        command = [porkcli, "convert", "--to", "metric", "--jsonl"]
        done = subprocess.run(command, stdin=source, stdout=converted)
    if done.returncode > 1:
        sys.exit(done.returncode)
    # Amounts are exact texts such as 473176473/2000000; they become numbers here.
    query = """
        WITH recipes AS (
            SELECT json FROM read_ndjson_objects(?) WHERE (json->'error') IS NULL
        ), amounts AS (
            SELECT item->>'name' AS name, item->'amounts'->0 AS amount
            FROM recipes, unnest(CAST(json->'ingredients' AS JSON[])) AS items(item)
        ), numbers AS (
            SELECT name, amount->>'unit' AS unit, split(amount->>'quantity', '/') AS parts
            FROM amounts
        )
        SELECT name, unit, count(*) AS recipes,
               round(sum(CAST(parts[1] AS DOUBLE) / coalesce(CAST(parts[2] AS DOUBLE), 1))) AS total
        FROM numbers WHERE unit IN ('gram', 'milliliter')
        GROUP BY name, unit ORDER BY recipes DESC, name, unit LIMIT 5
    """
    for row in duckdb.execute(query, [converted.name]).fetchall():
        print(*row, sep="\t")
