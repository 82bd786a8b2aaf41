/** The hub wrote down the harm it found only where that raised the level: whoever graded anew then knew of no floor. */
import { sql, type QueryExecutorProvider } from 'kysely'

/**
 * Where no person graded the case since, its grading is put on record once more, with the harm of the hub's own findings
 * beside it. What was graded is only ever added to, and what a person said stands.
 */
export async function up(db: QueryExecutorProvider): Promise<void> {
  await sql`
    insert into gradings ("case", stage, seriousness, likelihood, level, matrix_version, because, graded_at)
    select newest."case", newest.stage, newest.seriousness, newest.likelihood, newest.level, newest.matrix_version,
      newest.because || harm.because, now()
    from (select distinct on ("case") * from gradings order by "case", id desc) newest
    cross join lateral (
      select jsonb_agg(
        said || jsonb_build_object(
          'key', replace(said->>'key', 'router:risk.harm.', 'router:risk.floor.'),
          'params', jsonb_build_object(
            'level', case said->>'key' when 'router:risk.harm.serious-harm' then 'High' else 'Extreme' end))
        order by found.id) as because
      from findings found
      cross join lateral jsonb_array_elements(found.because) said
      where found."case" = newest."case" and found.about = 'seriousness' and found.corrected_by is null
        and said->>'key' like 'router:risk.harm.%'
        and found.found_at > coalesce(
          (select max(graded_at) from gradings by_person
           where by_person."case" = newest."case" and by_person.graded_by is not null), '-infinity')
    ) harm
    where newest.graded_by is null and harm.because is not null
      and newest.because::text not like '%router:risk.floor.%'`.execute(db)
}
