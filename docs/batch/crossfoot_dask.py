#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Spreads `crossfoot run` over a Dask distributed cluster (Debian package python3-distributed).

    crossfoot_dask.py --scheduler tcp://host:8786 --program /usr/bin/crossfoot --store STORE --shards 64 PATH...

Each shard is a task that runs into a store of its own, STORE.shards/i-of-n, on a file system that all workers share; at
the end `crossfoot merge` brings them together. A task whose worker is lost is given to another one, which goes on where the
shard's store stands. The result is that of one `crossfoot run` over the same paths.
"""
import argparse
import fcntl
import os
import subprocess
import sys

from distributed import Client, as_completed

RETRIES = 20


def run_shard(program, store, shard, shards, paths):
    """One shard, in a worker process of the cluster; the exit status of crossfoot."""
    os.makedirs(store, exist_ok=True)
    # The run of a lost worker may still be going on: wait for its lock, it does our work.
    with open(os.path.join(store, "lock"), "ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
    done = subprocess.run([program, "run", "--quiet", "--jobs", "1", "--store", store, "--shard", f"{shard}/{shards}", *paths],
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    if done.returncode not in (0, 3):  # 3: some reports failed; their rows say why
        raise RuntimeError(f"shard {shard}/{shards}: status {done.returncode}: {done.stderr.decode('utf-8', 'replace')}")
    return done.returncode


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--scheduler", required=True)
    options.add_argument("--program", default="crossfoot")
    options.add_argument("--store", required=True)
    options.add_argument("--shards", type=int, default=16)
    options.add_argument("paths", nargs="+", metavar="PATH")
    given = options.parse_args()
    paths = [os.path.abspath(path) for path in given.paths]
    stores = [os.path.abspath(f"{given.store}.shards/{i}-of-{given.shards}") for i in range(1, given.shards + 1)]
    worst = 0
    with Client(given.scheduler) as client:
        tasks = [client.submit(run_shard, given.program, store, i, given.shards, paths, pure=False, retries=RETRIES)
                 for i, store in enumerate(stores, 1)]
        for count, task in enumerate(as_completed(tasks), 1):
            worst = max(worst, task.result())
            print(f"{count}/{given.shards} shards", file=sys.stderr, flush=True)
    merged = subprocess.run([given.program, "merge", "--store", given.store, *stores], check=False)
    return merged.returncode or worst


if __name__ == "__main__":
    sys.exit(main())
