/** The queues, named for what a worker does; a queue without a handler does not compile. */
export const queueNames = ['read', 'route', 'hand-over', 'send', 'webhook', 'errand', 'examine'] as const
export type QueueName = (typeof queueNames)[number]

/**
 * How many ids one job may carry. A job costs the database as much as a delivery does, so what takes milliseconds travels
 * together; what waits for somebody else's machine travels alone.
 */
export const idsInAJob: Readonly<Record<QueueName, number>> = {
  read: 40,
  route: 40,
  'hand-over': 40,
  send: 1,
  webhook: 1,
  errand: 1,
  examine: 1,
}

/** One handler for each queue. Ids are all that travels; what one names is claimed from the database. */
export type Handlers = Readonly<Record<QueueName, (id: string) => Promise<void>>>
