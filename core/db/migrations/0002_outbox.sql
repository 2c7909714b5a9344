-- The outbox: mail and jobs as rows written in the transaction that wants them, done after it commits.
create table outbox (
  id bigint generated always as identity primary key,
  kind text not null,
  payload jsonb not null,                    -- ids and addresses only: never a token, never a text
  job_key text constraint outbox_job_key unique, -- the idempotency key: the same job asked twice is one row
  run_at timestamptz not null default now(),
  attempts smallint not null default 0,
  last_error text,                           -- an error's code or class, never its data
  created_at timestamptz not null default now()
);
create index outbox_due_idx on outbox (run_at, id);
