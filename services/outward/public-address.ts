/** Which addresses may a call of ours reach? Those of the public internet, and no machine of our own network. */
import { lookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'

/** What of IPv6 is given out to the public; the library knows the exceptions within. */
const givenOut = ipaddr.parseCIDR('2000::/3')

export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  // An IPv4 address dressed as IPv6 is judged as what it is.
  const plain = ipaddr.process(address)
  if (plain.range() !== 'unicast') return false
  return plain.kind() === 'ipv4' || plain.match(givenOut)
}

/** A name may say one address to whoever checks it and another to whoever calls: here both are the same answer. */
export class NotPublic extends Error {}

/** Throws NotPublic for a host that is written as an address and is none of the public's. */
export function checkHost(hostname: string): void {
  const address = hostname.replace(/^\[|\]$/g, '')
  if (isIP(address) !== 0 && !isPublicAddress(address)) throw new NotPublic(`${address} is not public`)
}

/** For a connection: resolves the name and gives out public addresses only, or fails with NotPublic. */
export const lookupPublic: LookupFunction = (hostname, options, answer) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error !== null) {
      answer(error, [])
      return
    }
    const [first, ...rest] = found.filter(({ address }) => isPublicAddress(address))
    if (first === undefined) answer(new NotPublic(`${hostname} has no public address`), [])
    else if (options.all === true) answer(null, [first, ...rest])
    else answer(null, first.address, first.family)
  })
}
