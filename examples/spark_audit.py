"""Audits the files of a list under Apache Spark and writes one JSON object a line.

    spark-submit spark_audit.py LIST OUTPUT [--partitions N] [--gongkai PATH]

LIST names the files, one a line, by paths that every machine of the cluster sees. OUTPUT is a folder that must not exist.
`gongkai` is a function from paths to records, so a partition is one call of it, fed through a pipe; on the machines it must be
installed, or shipped with `--files`. Each call runs one worker process, since Spark has a task for every core already.
"""

import argparse
import subprocess
import threading

from pyspark.sql import SparkSession


def audit_partition(gongkai):
    """A function from paths to records, for mapPartitions."""

    def run(paths):
        # Rules that compare reports (C) see one partition only; they belong behind the collected records.
        process = subprocess.Popen(
            [gongkai, "audit", "--files-from", "-", "--format", "jsonl", "--jobs", "1", "--ignore", "C", "--no-cache",
             "--no-progress"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        fed = []

        def feed():
            with process.stdin:
                for path in paths:
                    process.stdin.write(path.encode() + b"\0")
                    fed.append(path)

        feeder = threading.Thread(target=feed)
        feeder.start()
        records = 0
        for line in process.stdout:
            records += 1
            yield line.decode().rstrip("\n")
        feeder.join()
        status = process.wait()
        # 0, 1 and 2 say what was found. Anything else, or a record too few, fails the task, and Spark tries it again.
        if status not in (0, 1, 2):
            raise RuntimeError(f"gongkai ended with exit status {status}")
        if records != len(fed):
            raise RuntimeError(f"{records} records of {len(fed)} files")

    return run


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("list")
    parser.add_argument("output")
    parser.add_argument("--partitions", type=int, default=16)
    parser.add_argument("--gongkai", default="gongkai")
    options = parser.parse_args()
    spark = SparkSession.builder.appName("gongkai").getOrCreate()
    with open(options.list, encoding="utf-8") as file:
        paths = file.read().splitlines()
    records = spark.sparkContext.parallelize(paths, options.partitions).mapPartitions(audit_partition(options.gongkai))
    records.saveAsTextFile(options.output)
    spark.stop()


if __name__ == "__main__":
    main()
