-- The words are written in one order, so that two who save profiles at once cannot wait for each other.
create or replace function refresh_search_documents(member_ids integer[] default null) returns void language sql as $$
  with refreshed as (
    insert into search_document (member_id, name_text, words)
    select m.id,
           fold_text(m.given_name || ' ' || m.family_name),
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
    on conflict (member_id) do update set name_text = excluded.name_text, words = excluded.words
    returning words
  )
  insert into search_word (word)
  select distinct lexeme from refreshed, unnest(words) where length(lexeme) between 3 and 40
  order by lexeme
  on conflict do nothing
$$;
