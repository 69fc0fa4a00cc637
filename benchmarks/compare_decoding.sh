#!/usr/bin/env bash
# Pixels per CPU second of the engine's readers and of GDAL's, on the same files, in one sitting.
# usage: compare_decoding.sh FILE...   after mvn -Pbenchmarks -pl benchmarks -am -DskipTests package
# needs: python3-gdal (Debian). Each runs alone on one core; the best round of each counts.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
path=${BENCHMARK_CLASSES:-$(echo "$here"/target/coverscape-benchmarks-*.jar)}
printf '%-40s %12s %12s %7s\n' file 'engine Mpx/s' 'GDAL Mpx/s' ratio
for file in "$@"; do
  engine=0; gdal=0
  for turn in 1 2; do
    e=$(taskset -c 0 java -Xmx256m -XX:+UseSerialGC -cp "$path" org.coverscape.benchmarks.decode.DecodeFile "$file" 8 | sort -n | tail -1)
    g=$(taskset -c 0 /usr/bin/python3 "$here/gdal_decode.py" "$file" 3 | sort -n | tail -1)
    engine=$(printf '%s\n%s\n' "$engine" "$e" | sort -n | tail -1); gdal=$(printf '%s\n%s\n' "$gdal" "$g" | sort -n | tail -1)
  done
  printf '%-40s %12s %12s %7s\n' "$(basename "$file")" "$engine" "$gdal" "$(awk -v a="$engine" -v b="$gdal" 'BEGIN { printf "%.2f", a / b }')"
done
