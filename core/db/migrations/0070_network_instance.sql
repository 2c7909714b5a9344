-- Which network this is: a snapshot of the index made from another database is told by it, and thrown away.
alter table network_clock add column instance uuid not null default gen_random_uuid();
