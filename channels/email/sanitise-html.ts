/** HTML of a mail made fit to be shown on the desk: no script, no form, nothing fetched from elsewhere. */
import sanitizeHtml from 'sanitize-html'
import { withBoundedNesting } from './nesting.ts'

const shown = [
  'a abbr address b blockquote br caption center cite code col colgroup dd del div dl dt em font h1 h2 h3 h4 h5 h6',
  'hr i img ins li ol p pre q s small span strike strong sub sup table tbody td tfoot th thead tr u ul',
].flatMap((names) => names.split(' '))

/** Only looks that cannot fetch, cover or move anything. */
const colour = [/^#[0-9a-f]{3,8}$/i, /^rgba?\([\d\s.,%]{1,40}\)$/i, /^[a-z]{3,20}$/i]
const styles = {
  '*': {
    color: colour,
    'background-color': colour,
    'text-align': [/^(?:left|right|center|justify)$/],
    'font-weight': [/^(?:bold|normal|\d{3})$/],
    'font-style': [/^(?:italic|normal)$/],
    'text-decoration': [/^(?:underline|line-through|none)$/],
  },
}

/**
 * Remote images become their alternative text in brackets; only images carried in the mail itself (`data:`) stay.
 * Links open elsewhere and tell nobody where they were followed from.
 */
export function sanitiseMailHtml(html: string): string {
  return sanitizeHtml(withBoundedNesting(html), {
    allowedTags: shown,
    allowedAttributes: {
      a: ['href', 'title', 'rel', 'target'],
      img: ['src', 'alt', 'width', 'height'],
      td: ['colspan', 'rowspan', 'align', 'valign'],
      th: ['colspan', 'rowspan', 'align', 'valign', 'scope'],
      ol: ['start', 'type'],
      '*': ['dir', 'lang', 'style'],
    },
    allowedStyles: styles,
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['data'] },
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    nestingLimit: 100,
    transformTags: {
      a: sanitizeHtml.simpleTransform('a', { rel: 'noreferrer noopener nofollow', target: '_blank' }),
      img: (tagName, attributes) =>
        /^data:image\/(?:png|gif|jpe?g|webp);base64,/i.test(attributes['src'] ?? '')
          ? { tagName, attribs: attributes }
          : { tagName: 'span', attribs: {}, text: `[${attributes['alt'] ?? ''}]` },
    },
  })
}
