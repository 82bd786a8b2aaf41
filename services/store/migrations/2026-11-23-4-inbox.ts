/** The inbox and what needs a person, found by indexes however many cases there are. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // With what the filters ask for, so that neither a page nor a count need read the cases that do not fit.
  await sql`drop index cases_inbox`.execute(db)
  await sql`
    create index cases_inbox on cases (received_by, state, next_due_on, id)
      include (kind, level, channel, owner_team)`.execute(db)
  await sql`
    create index cases_flagged on cases (received_by, state, next_due_on, id) where flags <> '{}'`.execute(db)
  await sql`
    create index submissions_failed on submissions (received_by, received_at) where state = 'failed'`.execute(
    db,
  )
  await sql`
    create index handoffs_stuck on handoffs (organisation, accept_by)
      where told = 'failed' or state = 'escalated'`.execute(db)
  await sql`
    create index handoffs_for_team on handoffs (organisation, team) include ("case")
      where state = 'offered'`.execute(db)
  // Is it to another organisation than the one that received the case? These are few among many.
  await sql`alter table handoffs add column is_across boolean not null default false`.execute(db)
  await sql`
    update handoffs set is_across = true
    from cases where cases.id = handoffs."case" and cases.received_by <> handoffs.organisation`.execute(db)
  await sql`
    create function set_is_across() returns trigger language plpgsql as $$
    begin
      select cases.received_by <> new.organisation into new.is_across from cases where cases.id = new."case";
      return new;
    end $$`.execute(db)
  await sql`
    create trigger is_across before insert on handoffs
      for each row execute function set_is_across()`.execute(db)
  await sql`create index handoffs_across on handoffs (organisation, state) where is_across`.execute(db)
  // The newest of one organisation, page by page.
  await sql`create index audit_organisation on audit_entries (organisation, id)`.execute(db)
}
