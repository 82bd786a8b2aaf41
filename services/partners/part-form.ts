/** The frame of every form on a part: shown, checked, done once, and shown again with nothing lost where it could not be. */
import type { Request, Response, Router } from 'express'
import { z } from 'zod'
import { reason } from '../../shared/finding.ts'
import { showPage } from '../pages/show.ts'
import { errorsOf, parametersOf, valuesOf, type Parameters, type Values } from '../staff/form-input.ts'
import type { StaffParts } from '../staff/parts.ts'
import type { ActResult } from '../store/case-acts.ts'
import type { PartActing } from '../store/joint/part-acts.ts'
import type { Notice } from './notices.ts'
import { partOnRequest, type PartOnRequest } from './part-on-request.ts'
import type { PartPlace } from './part-place.ts'
import { isTooLarge, uploadOf, type Upload } from './upload.ts'

export interface PartForm<Input> {
  /** After the address of the part; may hold parameters. */
  readonly path: string
  readonly template: string
  /** Messages are language keys. */
  readonly input: z.ZodType<Input>
  /** What stands in the fields at first, and what else the page shows; null where the address means nothing. */
  start(
    part: PartOnRequest,
    parameters: Parameters,
  ): { readonly values: Values; readonly shows: object } | null
  act(given: {
    readonly parts: StaffParts
    readonly acting: PartActing
    readonly input: Input
    readonly parameters: Parameters
    readonly upload: Upload | null
  }): Promise<ActResult>
  done(input: Input): Notice
}

export function mountPartForm<Input>(
  router: Router,
  parts: StaffParts,
  place: PartPlace,
  form: PartForm<Input>,
): void {
  const address = `${place.path}/${form.path}`
  router.get(address, async (request, response, next) => {
    const part = await partOnRequest(parts, place, request)
    const started = part && form.start(part, parametersOf(request))
    if (part === null || started === null) next()
    else show(parts, request, response, form, part, { ...started.shows, values: started.values })
  })
  router.post(address, async (request, response, next) => {
    const part = await partOnRequest(parts, place, request)
    const started = part && form.start(part, parametersOf(request))
    if (part === null || started === null) next()
    else await post(parts, request, response, form, part, started.shows)
  })
}

const version = z.coerce.number().int().catch(0)

async function post<Input>(
  parts: StaffParts,
  request: Request,
  response: Response,
  form: PartForm<Input>,
  part: PartOnRequest,
  shows: object,
): Promise<void> {
  const values = valuesOf(request)
  const again = (status: number, more: object): void =>
    show(parts, request, response, form, part, { ...shows, values, ...more }, status)
  const input = form.input.safeParse(values)
  if (!input.success) {
    again(422, { errors: errorsOf(input.error) })
    return
  }
  if (isTooLarge(request)) {
    again(422, { errors: [{ field: 'file', reason: reason('partners:error.tooLarge') }] })
    return
  }
  const result = await form.act({
    parts,
    acting: {
      by: part.by,
      reference: part.reference,
      version: version.parse(values['version']),
      now: parts.now(),
    },
    input: input.data,
    parameters: parametersOf(request),
    upload: uploadOf(request),
  })
  switch (result.outcome) {
    case 'done':
      for (const { step, id } of result.waiting) parts.ring(step, id)
      response.redirect(303, `${part.base}?done=${form.done(input.data)}`)
      break
    case 'refused':
      again(422, { errors: [{ field: null, reason: result.problem }] })
      break
    case 'changed-meanwhile':
      again(409, { errors: [{ field: null, reason: reason('partners:changedMeanwhile') }] })
      break
    case 'not-found':
      showPage(parts.pages, request, response, 'partners/not-found.njk', {}, 404)
  }
}

function show<Input>(
  { pages }: StaffParts,
  request: Request,
  response: Response,
  form: PartForm<Input>,
  { file, base, today }: PartOnRequest,
  more: { readonly values: Values; readonly errors?: readonly unknown[] },
  status = 200,
): void {
  const context = {
    file,
    base,
    today,
    action: request.path,
    errors: [],
    hasErrors: more.errors !== undefined,
    ...more,
  }
  showPage(pages, request, response, form.template, context, status)
}
