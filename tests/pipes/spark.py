#!/usr/bin/env python3
"""Scales recipes with Spark and with one process, and compares what comes out.

    spark.py [RECIPES [PARTITIONS [PORKCLI]]]

Each partition is piped through a process of its own. A line in is a line out, so the
lines of a partition stay in their order, and the partitions in theirs.
"""

import json
import os
import random
import shutil
import subprocess
import sys
import time

try:
    from pyspark.sql import SparkSession
except ImportError:
    print("skipped: pyspark is not installed (pip install pyspark)")
    sys.exit(0)

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
PARTITIONS = int(sys.argv[2]) if len(sys.argv) > 2 else 4
PORKCLI = os.path.abspath(sys.argv[3]) if len(sys.argv) > 3 else shutil.which("porkcli")

FOODS = (
    "flour,sugar,butter,milk,cream,onions,carrots,rice,lentils,stock,olive oil,"
    "tomatoes,pork belly,maple syrup,miso,cheddar,spinach,mushrooms,yogurt,honey"
).split(",")
AMOUNTS = "1 cup,2 cups,1/2 cup,3 tbsp,1 1/2 tsp,200 g,1.10 kg,1-2 lb,3,1 (14 oz) can".split(",")


def lines(count):
    """The same recipes each time; now and then one that is none, and an empty line."""
    chance = random.Random(4)
    for number in range(count):
        if number % 1000 == 999:
            yield '{"title": "Nothing"}'
        elif number % 1000 == 500:
            yield ""
        else:
            foods = chance.sample(FOODS, chance.randint(4, 10))
            yield json.dumps(
                {
                    "title": f"Dish {number} \N{SLICE OF PIZZA}",
                    "servings": chance.randint(1, 8),
                    "ingredients": [f"{chance.choice(AMOUNTS)} {food}" for food in foods],
                    "steps": [f"Stir {{1/2 cup}} {foods[0]} in at 350°F for 10 minutes."],
                }
            )


def main():
    if PORKCLI is None:
        print("skipped: porkcli is not in $PATH; give its path as the third argument")
        return 0
    command = f"{PORKCLI} scale --by 2 --jsonl"
    recipes = list(lines(COUNT))

    start = time.time()
    text = "".join(line + "\n" for line in recipes)
    done = subprocess.run(command.split(), input=text.encode(), capture_output=True)
    alone = done.stdout.decode().split("\n")[:-1]
    seconds = time.time() - start
    print(f"one process: {len(alone)} lines in {seconds:.1f} s; it says: {done.stderr.decode().strip()}")

    spark = (
        SparkSession.builder.master("local[*]")
        .config("spark.ui.enabled", "false")
        .config("spark.log.level", "ERROR")
        .getOrCreate()
    )
    start = time.time()
    # What failed stands in its line, so the exit status 1 need not fail the partition.
    piped = spark.sparkContext.parallelize(recipes, PARTITIONS).pipe(command, checkCode=False)
    together = piped.collect()
    seconds = time.time() - start
    print(f"Spark, {PARTITIONS} partitions: {len(together)} lines in {seconds:.1f} s")
    spark.stop()

    if together != alone:
        different = [n for n, pair in enumerate(zip(alone, together)) if pair[0] != pair[1]]
        print(f"different: {len(alone)} and {len(together)} lines, first at {different[:1]}")
        return 1
    errors = sum(1 for line in together if line.startswith('{"error"'))
    print(f"the same, byte by byte; {errors} errors, each in its place")
    return 0


sys.exit(main())
