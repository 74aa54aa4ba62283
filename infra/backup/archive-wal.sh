#!/bin/sh
# archive_command of PostgreSQL: sh archive-wal.sh ARCHIVE %p %f
# Keeps one segment of the log, whole or not at all. PostgreSQL repeats what fails, and frees nothing until it is kept.
set -eu
archive=$1 path=$2 name=$3
if [ -f "$archive/$name" ]; then
  # PostgreSQL may ask twice after a crash. The same bytes are fine; others must never be overwritten.
  cmp -s "$path" "$archive/$name"
  exit
fi
cp "$path" "$archive/$name.part"
sync "$archive/$name.part"
mv "$archive/$name.part" "$archive/$name"
sync "$archive"
