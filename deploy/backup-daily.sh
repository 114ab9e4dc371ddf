#!/bin/sh
# The backup service of docker-compose.yml: one backup each day at BACKUP_AT, BACKUP_KEEP are kept.
set -eu
# As the first process of the container the shell would ignore it, and be killed ten seconds later.
trap "exit 0" TERM INT
while true; do
  at=$(date -d "today ${BACKUP_AT:-02:30}" +%s)
  now=$(date +%s)
  [ "$at" -gt "$now" ] || at=$(date -d "tomorrow ${BACKUP_AT:-02:30}" +%s)
  sleep $((at - now)) &
  wait $!
  node /opt/xuanpai/apps/api/dist/backup.js --to /backups --keep "${BACKUP_KEEP:-14}" ||
    echo "备份失败，下一次在明天 backup failed, next try tomorrow" >&2
done
