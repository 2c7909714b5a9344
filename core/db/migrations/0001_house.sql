-- The house: members and how they sign in, profiles and their search text, connections and their change log,
-- invitations, introductions, conversations. PostgreSQL 15 or newer.
-- Names of constraints are contracts: core/db/constraint-errors.ts turns some of them into error codes.

create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- Members ----------------------------------------------------------------------------------------------------------------

create table member (
  id integer generated always as identity primary key, -- a vertex of the network index; never shown: the handle is
  handle text not null constraint member_handle_key unique,
  email text not null,                       -- as written on envelopes
  email_key text not null constraint member_email_key unique, -- lib/base/email-address.ts emailKey()
  password_hash text,                        -- argon2id in PHC form; null = signs in by link only
  given_name text not null,
  family_name text not null,
  locale text not null check (locale in ('en', 'fr')),
  time_zone text not null default 'UTC',
  -- Who may find me. Null = not answered yet, and then the most private holds (nobody).
  findable_by text check (findable_by in ('nobody', 'second_degree', 'members', 'anyone')),
  -- May my connections be used in what third persons see (ways in, degrees, mutuals)? Null = not answered = no.
  shows_connections boolean,
  mail_paused boolean not null default false, -- no notification mail but sign-in mail
  photo_version integer not null default 0,  -- 0 = no photo
  joined_at timestamptz not null default now()
);

create table session (
  token_hash bytea primary key,              -- SHA-256 of the cookie's token; the token itself is nowhere
  id uuid not null default gen_random_uuid() constraint session_id_key unique, -- shown in settings, worthless as a credential
  member_id integer not null references member on delete cascade,
  created_at timestamptz not null default now(),
  authenticated_at timestamptz not null default now(), -- last time a credential was given: recent sign-in
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  user_agent text not null default ''
);
create index session_member_idx on session (member_id);

-- Single-use links in mails that prove a mailbox: joining, signing in, a new password, a new address.
create table mail_link (
  token_hash bytea primary key,
  purpose text not null check (purpose in ('join', 'sign_in', 'reset_password', 'change_email')),
  email text not null,
  member_id integer references member on delete cascade, -- null for 'join'
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index mail_link_expiry_idx on mail_link (expires_at);

-- Counters of attempts, shared by all processes: one row per key and window.
create table throttle (
  key text not null,                         -- e.g. 'sign-in:account:…' or 'sign-in:net:203.0.113.0/24'
  window_start timestamptz not null,
  hits integer not null,
  primary key (key, window_start)
);
create index throttle_window_idx on throttle (window_start);

-- Who consented to what, in which words and language.
create table consent (
  id bigint generated always as identity primary key,
  member_id integer not null references member on delete cascade,
  subject text not null check (subject in ('findable_by', 'shows_connections')),
  answer text not null,
  wording text not null,                     -- catalogue key and version of the question as asked
  locale text not null,
  given_at timestamptz not null default now()
);
create index consent_member_idx on consent (member_id, given_at);

-- Profiles ---------------------------------------------------------------------------------------------------------------

create table organization (
  id integer generated always as identity primary key,
  name text not null,
  name_key text not null constraint organization_name_key unique -- lib/base/text.ts fold(name)
);
create index organization_name_trgm_idx on organization using gin (name_key gin_trgm_ops);

create table profile (
  member_id integer primary key references member on delete cascade,
  headline_en text, headline_fr text,
  summary_en text, summary_fr text,
  place text,                                -- town or region, as written
  country char(2),                           -- ISO 3166-1
  version integer not null default 1,        -- bumped by every write of the profile or its parts: lost updates are refused
  updated_at timestamptz not null default now()
);

create table position (
  id uuid primary key default gen_random_uuid(),
  member_id integer not null references member on delete cascade,
  organization_id integer not null references organization,
  title_en text, title_fr text,
  seniority text check (seniority in ('intern', 'junior', 'professional', 'senior', 'lead', 'manager', 'director', 'executive', 'owner')),
  description_en text, description_fr text,
  place text,
  started_on date not null,                  -- first day of the month
  ended_on date,                             -- first day of the last month; null = present
  constraint position_months check (ended_on is null or ended_on >= started_on),
  constraint position_title check (title_en is not null or title_fr is not null)
);
create index position_member_idx on position (member_id, started_on desc);
create index position_organization_idx on position (organization_id, member_id);

create table education (
  id uuid primary key default gen_random_uuid(),
  member_id integer not null references member on delete cascade,
  organization_id integer not null references organization,
  degree_en text, degree_fr text,
  field_en text, field_fr text,
  started_on date,
  ended_on date,
  constraint education_months check (ended_on is null or started_on is null or ended_on >= started_on)
);
create index education_member_idx on education (member_id);
create index education_organization_idx on education (organization_id, member_id);

create table skill (
  id integer generated always as identity primary key,
  name_en text, name_fr text,                -- one of them may be missing until somebody gives it
  key_en text constraint skill_key_en unique,
  key_fr text constraint skill_key_fr unique,
  constraint skill_name check (name_en is not null or name_fr is not null)
);
create index skill_trgm_idx on skill using gin ((coalesce(key_en, '') || ' ' || coalesce(key_fr, '')) gin_trgm_ops);

create table member_skill (
  member_id integer not null references member on delete cascade,
  skill_id integer not null references skill,
  ordinal smallint not null default 0,
  primary key (member_id, skill_id)
);
create index member_skill_skill_idx on member_skill (skill_id, member_id);

create table member_language (
  member_id integer not null references member on delete cascade,
  language text not null,                    -- BCP 47 primary subtag, e.g. 'fr'
  level text not null check (level in ('basic', 'working', 'fluent', 'native')),
  primary key (member_id, language)
);

create table profile_link (
  id uuid primary key default gen_random_uuid(),
  member_id integer not null references member on delete cascade,
  url text not null,
  label text,
  ordinal smallint not null default 0
);
create index profile_link_member_idx on profile_link (member_id, ordinal);

-- Square pictures, re-encoded by us (metadata gone): WebP at 96 and 320 px.
create table photo (
  member_id integer primary key references member on delete cascade,
  version integer not null,
  small bytea not null,
  large bytea not null
);

-- What may reach a member, by purpose. A missing row means 'introduction'.
create table reach_preference (
  member_id integer not null references member on delete cascade,
  purpose text not null check (purpose in ('career_opportunity', 'contract', 'new_venture', 'job_inquiry', 'expertise', 'business_deal', 'reference_request', 'reconnect')),
  way text not null check (way in ('never', 'introduction', 'direct')),
  primary key (member_id, purpose)
);

-- Search -----------------------------------------------------------------------------------------------------------------

-- unaccent() is only STABLE (its dictionary could change); ours does not.
create function fold_text(text) returns text language sql immutable strict parallel safe
  return lower(public.unaccent('public.unaccent'::regdictionary, $1));

create text search configuration network_en (copy = english);
alter text search configuration network_en alter mapping for hword, hword_part, word with unaccent, english_stem;
create text search configuration network_fr (copy = french);
alter text search configuration network_fr alter mapping for hword, hword_part, word with unaccent, french_stem;
create text search configuration network_plain (copy = simple);
alter text search configuration network_plain alter mapping for hword, hword_part, word with unaccent, simple;

-- One row a member: what search looks through. Rebuilt by refresh_search_document(), which triggers call at commit.
create table search_document (
  member_id integer primary key references member on delete cascade,
  name_text text not null,                   -- folded names, for typing errors and typeahead
  word_text text not null,                   -- folded headline, titles, organizations, skills in both languages, for typing errors
  words tsvector not null                    -- weights: A names, B headline and current titles, C organizations and skills, D summary and the past
);
create index search_document_words_idx on search_document using gin (words);
create index search_document_name_idx on search_document using gin (name_text gin_trgm_ops);
create index search_document_word_idx on search_document using gin (word_text gin_trgm_ops);

create function search_vector(body text, weight "char") returns tsvector language sql immutable parallel safe
  return setweight(to_tsvector('public.network_en', coalesce(body, '')), weight)
      || setweight(to_tsvector('public.network_fr', coalesce(body, '')), weight)
      || setweight(to_tsvector('public.network_plain', coalesce(body, '')), weight);

-- Rebuilds the search rows of these members (all of them when null): a set, so that a seed can do 100,000 at once.
create function refresh_search_documents(member_ids integer[] default null) returns void language sql as $$
  insert into search_document (member_id, name_text, word_text, words)
  select m.id,
         fold_text(m.given_name || ' ' || m.family_name),
         fold_text(concat_ws(' ', p.headline_en, p.headline_fr, jobs.titles_now, jobs.titles_past, jobs.organizations, schools.names, skills.names)),
         search_vector(m.given_name || ' ' || m.family_name, 'A')
           || search_vector(concat_ws(' ', p.headline_en, p.headline_fr, jobs.titles_now), 'B')
           || search_vector(concat_ws(' ', jobs.organizations, skills.names, p.place), 'C')
           || search_vector(concat_ws(' ', p.summary_en, p.summary_fr, jobs.titles_past, schools.names), 'D')
  from member m
  left join profile p on p.member_id = m.id
  left join lateral (
    select string_agg(concat_ws(' ', j.title_en, j.title_fr), ' ') filter (where j.ended_on is null) as titles_now,
           string_agg(concat_ws(' ', j.title_en, j.title_fr), ' ') filter (where j.ended_on is not null) as titles_past,
           string_agg(distinct o.name, ' ') as organizations
    from position j join organization o on o.id = j.organization_id where j.member_id = m.id
  ) jobs on true
  left join lateral (
    select string_agg(concat_ws(' ', o.name, e.field_en, e.field_fr), ' ') as names
    from education e join organization o on o.id = e.organization_id where e.member_id = m.id
  ) schools on true
  left join lateral (
    select string_agg(concat_ws(' ', s.name_en, s.name_fr), ' ') as names
    from member_skill ms join skill s on s.id = ms.skill_id where ms.member_id = m.id
  ) skills on true
  -- not "member_ids is null or …": that would read every member to refresh one
  where m.id = any (coalesce(member_ids, array(select id from member)))
  on conflict (member_id) do update
    set name_text = excluded.name_text, word_text = excluded.word_text, words = excluded.words
$$;

create function refresh_search_document_of_row() returns trigger language plpgsql as $$
declare
  touched integer;
begin
  if tg_table_name = 'member' then touched := new.id;
  elsif tg_op = 'DELETE' then touched := old.member_id;
  else touched := new.member_id;
  end if;
  if exists (select from member where id = touched) then perform refresh_search_documents(array[touched]); end if;
  return null;
end $$;

create constraint trigger member_search after insert or update of given_name, family_name on member
  deferrable initially deferred for each row execute function refresh_search_document_of_row();
create constraint trigger profile_search after insert or update on profile
  deferrable initially deferred for each row execute function refresh_search_document_of_row();
create constraint trigger position_search after insert or update or delete on position
  deferrable initially deferred for each row execute function refresh_search_document_of_row();
create constraint trigger education_search after insert or update or delete on education
  deferrable initially deferred for each row execute function refresh_search_document_of_row();
create constraint trigger member_skill_search after insert or update or delete on member_skill
  deferrable initially deferred for each row execute function refresh_search_document_of_row();

-- Connections and the network's change log ---------------------------------------------------------------------------------

create table connection (
  low_id integer not null references member on delete cascade,
  high_id integer not null references member on delete cascade,
  -- How they know each other, as `stated_by` said it: 'client' means that the other is stated_by's client.
  relationship text not null check (relationship in ('colleague', 'classmate', 'client', 'supplier', 'met_at', 'friend', 'other')),
  stated_by integer not null,
  context text,                              -- the organization, school or event, as written
  started_on date,
  ended_on date,
  low_strength smallint check (low_strength between 1 and 3),   -- private: 1 barely, 2 know, 3 know well; null = not said
  high_strength smallint check (high_strength between 1 and 3),
  hidden_by_low boolean not null default false,                 -- private: this tie helps no third person
  hidden_by_high boolean not null default false,
  shared_strength smallint not null check (shared_strength between 1 and 15), -- lib/policy/tie-strength.ts, from the stated facts alone
  connected_at timestamptz not null default now(),
  primary key (low_id, high_id),
  constraint connection_order check (low_id < high_id),
  constraint connection_stated_by check (stated_by in (low_id, high_id)),
  constraint connection_months check (ended_on is null or started_on is null or ended_on >= started_on)
);
create index connection_high_idx on connection (high_id, low_id);

-- One row: the last number of the change log, and the generation. A bulk load (which disables the triggers below) raises the
-- generation, and every network index rebuilds from the tables.
create table network_clock (
  only_row boolean primary key default true check (only_row),
  seq bigint not null default 0,
  generation integer not null default 1
);
insert into network_clock default values;

-- What changed, in commit order without gaps: the number is taken under the lock of network_clock's row, at commit (the triggers
-- are deferred), so number n is visible only after n-1 is. It says only *who*: the reader looks up what holds now.
create table network_change (
  seq bigint primary key,
  low_id integer not null,                   -- for a member's own flag: low_id = high_id
  high_id integer not null,
  changed_at timestamptz not null default now()
);

create function log_network_change() returns trigger language plpgsql as $$
declare
  low integer;
  high integer;
  next bigint;
begin
  if tg_table_name = 'member' then
    if tg_op = 'DELETE' then low := old.id; else low := new.id; end if;
    high := low;
  elsif tg_op = 'DELETE' then low := old.low_id; high := old.high_id;
  else low := new.low_id; high := new.high_id;
  end if;
  update network_clock set seq = seq + 1 returning seq into next;
  insert into network_change (seq, low_id, high_id) values (next, low, high);
  perform pg_notify('network_change', next::text);
  return null;
end $$;

create constraint trigger connection_network after insert or update or delete on connection
  deferrable initially deferred for each row execute function log_network_change();
create constraint trigger member_network after insert or delete or update of shows_connections on member
  deferrable initially deferred for each row execute function log_network_change();

-- Invitations --------------------------------------------------------------------------------------------------------------

create table invitation (
  id uuid primary key default gen_random_uuid(),
  from_id integer not null references member on delete cascade,
  to_id integer not null references member on delete cascade,
  low_id integer not null generated always as (least(from_id, to_id)) stored,
  high_id integer not null generated always as (greatest(from_id, to_id)) stored,
  relationship text not null check (relationship in ('colleague', 'classmate', 'client', 'supplier', 'met_at', 'friend', 'other')),
  context text,
  started_on date,
  ended_on date,
  note text,
  from_strength smallint check (from_strength between 1 and 3),
  state text not null default 'open' check (state in ('open', 'accepted', 'withdrawn')),
  -- The recipient's quiet answer. The sender still sees 'open': refusal and silence are the same.
  set_aside_as text check (set_aside_as in ('ignored', 'unknown_person', 'spam')),
  set_aside_at timestamptz,
  sent_at timestamptz not null default now(),
  closed_at timestamptz,
  constraint invitation_two_people check (from_id <> to_id),
  constraint invitation_months check (ended_on is null or started_on is null or ended_on >= started_on)
);
create unique index invitation_open_pair on invitation (low_id, high_id) where state = 'open';
create index invitation_received_idx on invitation (to_id, sent_at desc) where state = 'open' and set_aside_as is null;
create index invitation_sent_idx on invitation (from_id, sent_at desc);

-- Conversations ------------------------------------------------------------------------------------------------------------

create table conversation (
  id uuid primary key default gen_random_uuid(),
  low_id integer not null references member on delete cascade,
  high_id integer not null references member on delete cascade,
  last_seq integer not null default 0,       -- the number of its last message; a writer locks this row
  last_at timestamptz not null default now(),
  low_read_seq integer not null default 0,
  high_read_seq integer not null default 0,
  constraint conversation_pair unique (low_id, high_id),
  constraint conversation_order check (low_id < high_id)
);
create index conversation_low_idx on conversation (low_id, last_at desc);
create index conversation_high_idx on conversation (high_id, last_at desc);

create table message (
  conversation_id uuid not null references conversation on delete cascade,
  seq integer not null,                      -- 1, 2, 3 … without gaps: the order
  sender_id integer not null references member on delete cascade,
  body text not null,
  client_key uuid not null,                  -- the sender's idempotency key: a retry is not a second message
  sent_at timestamptz not null default now(),
  primary key (conversation_id, seq),
  constraint message_once unique (conversation_id, sender_id, client_key)
);

-- Introductions ------------------------------------------------------------------------------------------------------------

create table introduction (
  id uuid primary key default gen_random_uuid(),
  asker_id integer not null references member on delete cascade,
  target_id integer not null references member on delete cascade,
  purpose text not null check (purpose in ('career_opportunity', 'contract', 'new_venture', 'job_inquiry', 'expertise', 'business_deal', 'reference_request', 'reconnect')),
  note_to_target text not null,
  state text not null check (state in ('asked', 'forwarded', 'offered', 'accepted', 'closed')),
  -- Only for state 'closed'. 'expired' covers refusal and silence alike: nothing anywhere tells which.
  closed_as text check (closed_as in ('withdrawn', 'expired')),
  set_aside_at timestamptz,                  -- the target let it rest (private to the target; the state stays 'offered' until the deadline)
  conversation_id uuid references conversation on delete set null,
  asked_at timestamptz not null default now(),
  expires_at timestamptz not null,
  closed_at timestamptz,                     -- when accepted or closed
  constraint introduction_two_people check (asker_id <> target_id),
  constraint introduction_closed check ((closed_as is not null) = (state = 'closed')),
  constraint introduction_closed_at check ((closed_at is not null) = (state in ('accepted', 'closed')))
);
create unique index introduction_open_pair on introduction (asker_id, target_id) where closed_at is null;
create index introduction_asker_idx on introduction (asker_id, asked_at desc);
create index introduction_target_idx on introduction (target_id, asked_at desc);
create index introduction_deadline_idx on introduction (expires_at) where closed_at is null;

-- The chain: position 1 is the connector whom the asker knows. An introduction without steps is a direct request
-- (the target takes that purpose directly).
create table introduction_step (
  introduction_id uuid not null references introduction on delete cascade,
  position smallint not null check (position between 1 and 2),
  connector_id integer not null references member on delete cascade,
  note_to_connector text,                    -- from whoever passes it to this connector
  reached_at timestamptz,                    -- when it lay before this connector; null = not yet
  forwarded_at timestamptz,
  set_aside_at timestamptz,                  -- private to the connector
  primary key (introduction_id, position)
);
create index introduction_step_connector_idx on introduction_step (connector_id, reached_at desc);

-- Links in mails that open a page with the act's buttons, without signing in. Hashed, for one member and one subject, single use.
create table act_link (
  token_hash bytea primary key,
  member_id integer not null references member on delete cascade,
  act text not null check (act in ('invitation', 'introduction_forward', 'introduction_answer')),
  subject_id uuid not null,                  -- the invitation's or introduction's id
  expires_at timestamptz not null,
  used_at timestamptz
);
create index act_link_member_idx on act_link (member_id);
create index act_link_expiry_idx on act_link (expires_at);

-- Mail ---------------------------------------------------------------------------------------------------------------------

-- One row a mail that left, for the caps on what any mailbox gets. The address is a keyed hash; the text is kept nowhere.
create table mail_log (
  id bigint generated always as identity primary key,
  mailbox_hash bytea not null,
  kind text not null,
  sent_at timestamptz not null default now()
);
create index mail_log_mailbox_idx on mail_log (mailbox_hash, sent_at desc);

-- Secrets the instance makes for itself at its first start, shared by every server on this database.
create table instance_secret (
  name text primary key,
  value bytea not null
);
