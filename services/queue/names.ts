/** The queues, named for what a worker does; a queue without a handler does not compile. */
export const queueNames = ['read', 'route', 'hand-over', 'send', 'webhook', 'examine'] as const
export type QueueName = (typeof queueNames)[number]

/** One handler for each queue. The id is all that travels; what it names is claimed from the database. */
export type Handlers = Readonly<Record<QueueName, (id: string) => Promise<void>>>
