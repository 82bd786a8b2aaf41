/** Setting who is senior and who is the responsible person of an organisation, and how they are reached. */
import { z } from 'zod'
import { contactRoles, type ContactRole } from '../../shared/directory.ts'
import { contactOf, type ContactDetails } from '../../shared/directory-settings.ts'
import { setContact } from '../store/directory-settings.ts'
import { why, type Parameters } from '../staff/form-input.ts'
import { maySetDirectory } from './directory-access.ts'
import type { DirectoryForm } from './directory-form.ts'

interface Input {
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly why: string
}

/** Whoever is senior is told by email where two organisations disagree, so that one has an address. */
function inputFor(role: ContactRole): z.ZodType<Input> {
  const optional = role !== 'senior'
  return z.object({
    name: z
      .string('directory:error.name')
      .trim()
      .min(1, 'directory:error.name')
      .max(200, 'directory:error.long'),
    email: z
      .string('directory:error.email')
      .trim()
      .max(320, 'directory:error.long')
      .refine(
        (email) => (optional && email === '') || /^[^\s@]+@[^\s@]+$/.test(email),
        'directory:error.email',
      ),
    phone: z.string('directory:error.phone').trim().max(50, 'directory:error.long'),
    why,
  })
}

function roleIn(parameters: Parameters): ContactRole | null {
  return contactRoles.find((role) => role === parameters['role']) ?? null
}

export const contactForm: DirectoryForm<ContactDetails | null, Input> = {
  path: 'contacts/:role',
  template: 'desk/directory-contact.njk',
  done: 'contact',
  open({ directory, who, parameters }) {
    const role = roleIn(parameters)
    if (role === null || !maySetDirectory(who)) return Promise.resolve(null)
    const settings = contactOf(directory, who.organisation, role)
    return Promise.resolve({
      settings,
      values: { name: settings?.name ?? '', email: settings?.email ?? '', phone: settings?.phone ?? '' },
      shows: { role },
      input: inputFor(role),
    })
  },
  wanted: ({ name, email, phone }) => ({
    name,
    email: email === '' ? null : email,
    phone: phone === '' ? null : phone,
  }),
  async save({ db, parameters }, change) {
    const role = roleIn(parameters)
    return role === null ? 'not-found' : setContact(db, role, change)
  },
}
