/** Security headers: nothing from elsewhere, no framing, and no promise of https where the hub is on plain http. */
import type { RequestHandler } from 'express'
import helmet from 'helmet'
import type { IncomingMessage } from 'node:http'
import { viewOf } from './view.ts'

/** After `look`, which makes the nonce. HSTS and upgrade-insecure-requests only where `secure`. */
export function headers(secure: boolean): RequestHandler {
  const nonceOf = (request: IncomingMessage): string => `'nonce-${viewOf(request).nonce}'`
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        baseUri: ["'none'"],
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        imgSrc: ["'self'", 'data:'],
        mediaSrc: ["'self'"],
        manifestSrc: ["'self'"],
        scriptSrc: ["'self'", nonceOf],
        styleSrc: ["'self'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: secure,
    xFrameOptions: { action: 'deny' },
    crossOriginOpenerPolicy: secure,
    originAgentCluster: secure,
    // Not no-referrer: it would turn the Origin of our own forms into "null", by which we know them.
    referrerPolicy: { policy: 'same-origin' },
  })
}
