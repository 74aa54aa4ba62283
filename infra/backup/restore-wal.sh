#!/bin/sh
# restore_command of PostgreSQL: sh restore-wal.sh ARCHIVE %f %p
# Answers 1 for a segment that is not there, which for PostgreSQL is the end of the archive. One that is there and cannot
# be read must not pass for that: above 125 the recovery is broken off.
set -u
archive=$1 name=$2 path=$3
[ -f "$archive/$name" ] || exit 1
cp "$archive/$name" "$path" || exit 200
