// The questions as plain SQL over tie(a, b, first, later, open), both directions of every tie, and skill(skill, member). Written by hand so that
// each engine can take the rows in the order that is best for it. $1 is the viewer, $2 the target or the skill.
// Only the viewer's own ties may be closed ones: every later step asks for `open`.

/** Joins from the viewer outwards; an engine with a planner may turn them round. */
export const joins = {
  degree: `
    select case
      when exists (select 1 from tie where a = $1 and b = $2) then 1
      when exists (select 1 from tie x join tie y on y.a = x.b where x.a = $1 and y.b = $2 and y.open) then 2
      when exists (
        select 1 from tie x join tie y on y.a = x.b join tie z on z.a = y.b
        where x.a = $1 and y.open and z.b = $2 and z.open) then 3
      else 4 end as degree`,
  ways2: `
    select x.b as b, x.first * y.later as product from tie x join tie y on y.a = x.b
    where x.a = $1 and y.b = $2 and y.open order by 2 desc, 1 limit 10`,
  // Asked only of pairs with no way of one or two steps, so nothing has to be left out.
  ways3: `
    select x.b as b, y.b as c, x.first * y.later * z.later as product from tie x join tie y on y.a = x.b join tie z on z.a = y.b
    where x.a = $1 and y.open and z.b = $2 and z.open order by 3 desc, 1, 2 limit 10`,
  mutual: 'select x.b as b from tie x join tie y on y.a = x.b where x.a = $1 and y.b = $2 and y.open',
  nearest: `
    select * from (
      select * from (select member, 0 as degree from skill where skill = $2 and member = $1) s0
      union all
      select * from (
        select s.member, 1 from tie o join skill s on s.member = o.b where o.a = $1 and s.skill = $2 order by s.member limit 20) s1
      union all
      select * from (
        select n.b, 2 from (select distinct y.b as b from tie x join tie y on y.a = x.b where x.a = $1 and y.open) n
        join skill s on s.member = n.b
        where s.skill = $2 and n.b <> $1 and not exists (select 1 from tie o where o.a = $1 and o.b = n.b)
        order by n.b limit 20) s2
      union all
      select * from (
        select s.member, 3 from skill s
        where s.skill = $2 and s.member <> $1
          and not exists (select 1 from tie o where o.a = $1 and o.b = s.member)
          and not exists (select 1 from tie x join tie y on y.a = x.b where x.a = $1 and y.b = s.member and y.open)
          and exists (
            select 1 from tie x join tie y on y.a = x.b join tie z on z.a = y.b
            where x.a = $1 and y.open and z.b = s.member and z.open)
        order by s.member limit 20) s3
      union all
      select * from (
        select s.member, 4 from skill s
        where s.skill = $2 and s.member <> $1
          and not exists (select 1 from tie o where o.a = $1 and o.b = s.member)
          and not exists (select 1 from tie x join tie y on y.a = x.b where x.a = $1 and y.b = s.member and y.open)
          and not exists (
            select 1 from tie x join tie y on y.a = x.b join tie z on z.a = y.b
            where x.a = $1 and y.open and z.b = s.member and z.open)
        order by s.member limit 20) s4
    ) nearest limit 20`,
  suggestions: `
    select y.b as id, count(*) as mutual, sum(x.first * y.later) as points from tie x join tie y on y.a = x.b
    where x.a = $1 and y.open and y.b <> $1 and not exists (select 1 from tie o where o.a = $1 and o.b = y.b)
    group by y.b order by 3 desc, 2 desc, 1 limit 20`,
  second: `
    select count(distinct y.b) as count from tie x join tie y on y.a = x.b
    where x.a = $1 and y.open and y.b <> $1 and not exists (select 1 from tie o where o.a = $1 and o.b = y.b)`,
  third: `
    with near as (
      select $1 as b union select b from tie where a = $1
      union select y.b from tie x join tie y on y.a = x.b where x.a = $1 and y.open)
    select count(distinct z.b) as count from near n join tie z on z.a = n.b and z.open
    where n.b <> $1 and not exists (select 1 from near k where k.b = z.b)`,
} as const

/** Breadth first by the standard's recursive query: what one writes before one measures. */
export const recursiveDegree = `
  with recursive walk(id, depth) as (
    select $1::int, 0
    union
    select t.b, w.depth + 1 from walk w join tie t on t.a = w.id where w.depth < 3 and (w.depth = 0 or t.open))
  select coalesce(min(depth), 4) as degree from walk where id = $2`

/** Over circle(id, own, open): each member's neighbours as one sorted array, all of them and the open ones (extension intarray). */
export const arrays = {
  degree: `
    select case
      when o.own @> array[$2::int] then 1
      when o.own && t.open then 2
      when exists (select 1 from circle c where c.id = any(o.own) and c.open && t.open) then 3
      else 4 end as degree
    from circle o, circle t where o.id = $1 and t.id = $2`,
  mutual: 'select unnest(o.own & t.open) as b from circle o, circle t where o.id = $1 and t.id = $2',
  // The viewer's own are taken out by hashing: asking a hub's array about each would read it a million times.
  second: `
    select count(*) as count from (
      select x from circle o join circle c on c.id = any(o.own) cross join unnest(c.open) x where o.id = $1
      except select unnest(own) from circle where id = $1
      except select $1) found`,
} as const
