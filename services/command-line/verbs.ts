/** The verbs of the `hub` command, one file each; those that need a database are loaded only when they are asked for. */
import { read } from './read.ts'
import { route } from './route.ts'
import type { Verb } from './verb.ts'

const now = (): Date => new Date()

/** Reading and routing start in a blink because nothing of the database is loaded for them. */
const onTheDatabase: readonly Verb[] = [
  {
    name: 'import',
    usage:
      'import email|transcripts PATH [--organisation ID] [--answer]   take in a folder of mails, an mbox or calls written down; with --answer, people who wrote lately get a receipt',
    run: async (args) => (await import('./import.ts')).importFiles(args),
  },
  {
    name: 'user',
    usage: 'user add|reset|disable --email ADDRESS ...   accounts of staff',
    async run(args) {
      const { createUserVerb } = await import('./user.ts')
      const { withDatabase } = await import('./on-the-database.ts')
      return createUserVerb(withDatabase, now).run(args)
    },
  },
  {
    name: 'key',
    usage: 'key add|revoke --name NAME ...   keys of programs',
    async run(args) {
      const { createKeyVerb } = await import('./key.ts')
      const { withDatabase } = await import('./on-the-database.ts')
      return createKeyVerb(withDatabase, now).run(args)
    },
  },
  {
    name: 'partner',
    usage: 'partner add|rotate|finish-rotation|stop ...   where partners’ systems are told',
    async run(args) {
      const { createPartnerVerb } = await import('./partner.ts')
      const { withPartnerGround } = await import('./on-the-database.ts')
      return createPartnerVerb(withPartnerGround, now).run(args)
    },
  },
  {
    name: 'peer',
    usage: 'peer add|remove|list ...   other hubs that lead joint cases with us',
    async run(args) {
      const { createPeerVerb } = await import('./peer.ts')
      const { withPartnerGround } = await import('./on-the-database.ts')
      return createPeerVerb(withPartnerGround, now).run(args)
    },
  },
  {
    name: 'kiosk',
    usage: 'kiosk add|revoke --name NAME ...   devices on which people tell us on the spot',
    async run(args) {
      const { createKioskVerb } = await import('./kiosk.ts')
      const { withDatabase } = await import('./on-the-database.ts')
      return createKioskVerb(withDatabase, now).run(args)
    },
  },
  {
    name: 'directory',
    usage: 'directory import|export [FOLDER|FILE.json]   who provides care, and which team answers for what',
    async run(args) {
      const { createDirectoryVerb } = await import('./directory.ts')
      const { withDatabase } = await import('./on-the-database.ts')
      return createDirectoryVerb(withDatabase, now).run(args)
    },
  },
  {
    name: 'rules',
    usage: 'rules export [FILE.json]   the rules in force, as route --rules takes them',
    async run(args) {
      const { createRulesVerb } = await import('./rules.ts')
      const { withDatabase } = await import('./on-the-database.ts')
      return createRulesVerb(withDatabase).run(args)
    },
  },
  {
    name: 'replay',
    usage: 'replay [--since YYYY-MM-DD] [--apply]   what today’s rules would alter',
    async run(args) {
      const { createReplayVerb } = await import('./replay.ts')
      const { withDatabase } = await import('./on-the-database.ts')
      return createReplayVerb(withDatabase, now).run(args)
    },
  },
  {
    name: 'evaluate',
    usage: 'evaluate [--from DAY] [--to DAY] [--examples]   agreement of the router with staff',
    async run(args) {
      const { createEvaluateVerb } = await import('./evaluate.ts')
      const { withDatabase } = await import('./on-the-database.ts')
      return createEvaluateVerb(withDatabase, now).run(args)
    },
  },
  {
    name: 'verify-audit',
    usage:
      'verify-audit [--expect HASH]   reckon every seal of the audit again; HASH: the lastHash of an earlier check',
    run: async (args) => (await import('./verify-audit.ts')).verifyTheAudit(args),
  },
]

export const verbs: readonly Verb[] = [read, route, ...onTheDatabase]
