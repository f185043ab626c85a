#!/usr/bin/env python3
"""Times one call over a folder of many recipe files, on one processor and on all.

    folders.py [FILES [PORKCLI]]
"""

import hashlib
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
PORKCLI = sys.argv[2] if len(sys.argv) > 2 else shutil.which("porkcli")

FOODS = (
    "flour,sugar,brown sugar,butter,olive oil,milk,heavy cream,eggs,onions,garlic,carrots,"
    "celery,potatoes,rice,lentils,chickpeas,chicken thighs,pork belly,salmon,basil,parsley,"
    "cumin,paprika,cinnamon,vanilla extract,baking powder,salt,soy sauce,maple syrup,honey,"
    "lemon juice,tomatoes,tomato paste,chicken stock,white wine,yogurt,cheddar,spinach,"
    "mushrooms,ginger,coconut milk,oats,almonds,walnuts,raisins,cocoa powder,yeast,bread"
).split(",")
AMOUNTS = (
    "1 cup,2 cups,1/2 cup,3 tbsp,1 1/2 tsp,200 g,1.10 kg,1-2 lb,3-4,2 (14 oz) cans,2 2/3 cups"
).split(",")

COMMANDS = [
    ["shop"],
    ["convert", "--to", "metric"],
    ["scale", "--by", "2", "--format", "yaml", "--notes", "count"],
    ["show", "--format", "jsonl"],
    ["check", "--format", "json"],
]


def recipe(number, chance):
    foods = chance.sample(FOODS, chance.randint(5, 14))
    lines = [
        f"title: Dish {number}",
        f"servings: {chance.randint(2, 8)}",
        f"time: {{ prep: {chance.randint(5, 40)} min, cook: {chance.randint(10, 120)} min }}",
        "ingredients:",
    ]
    for food in foods:
        more = chance.choice(["", "", ", chopped", ", divided", " (optional)"])
        lines.append(f"  - {chance.choice(AMOUNTS)} {food}{more}")
    lines += [
        "steps:",
        f"  - Heat the oven to {chance.choice([325, 350, 400])}°F. Chop the {foods[1]}.",
        f"  - Mix the {', '.join(foods[2:])} and stir in {{1/2 cup}} {foods[0]}.",
        f"  - Bake for {chance.randint(10, 90)} minutes in a 9-inch pan.",
    ]
    return "\n".join(lines) + "\n"


def timed(command, processors):
    """Runs the command; returns the seconds, those of work, the most memory, the output."""
    with tempfile.NamedTemporaryFile() as memory:
        if os.path.exists("/usr/bin/time"):
            command = ["/usr/bin/time", "-q", "-f", "%M", "-o", memory.name, *command]
        start = time.time()
        child = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            preexec_fn=lambda: os.sched_setaffinity(0, processors),
        )
        printed = hashlib.sha256()
        while block := child.stdout.read(1 << 16):
            printed.update(block)
        _, _, usage = os.wait4(child.pid, 0)
        seconds = time.time() - start
        most = memory.read().decode().strip()
    most = f"{int(most) / 1024:.1f} MiB" if most else "memory unknown"
    return seconds, usage.ru_utime + usage.ru_stime, most, printed.hexdigest()


def main():
    if PORKCLI is None:
        print("skipped: porkcli is not in $PATH; give its path as the second argument")
        return 0
    everything = os.sched_getaffinity(0)
    one = {min(everything)}
    same = True
    with tempfile.TemporaryDirectory() as folder:
        chance = random.Random(7)
        for number in range(COUNT):
            shelf = os.path.join(folder, f"shelf-{number % 25:02}")
            os.makedirs(shelf, exist_ok=True)
            with open(os.path.join(shelf, f"dish-{number:06}.yaml"), "w") as file:
                file.write(recipe(number, chance))
        for command in COMMANDS:
            whole = [PORKCLI, command[0], folder, *command[1:]]
            told = f"{' '.join(command):50}"
            outputs = set()
            for processors in (one, everything):
                seconds, work, memory, printed = timed(whole, processors)
                outputs.add(printed)
                told += f" {len(processors)}: {seconds:5.2f} s ({work:5.2f} s of work, {memory})"
            same &= len(outputs) == 1
            print(told, "" if len(outputs) == 1 else "DIFFERENT")
    return 0 if same else 1


sys.exit(main())
