/** What the channels are told of the settings, and the rooms of the channels: which there are, by which doors, and which can send. */
import type { Channel } from '../channels/channel.ts'
import type { ChannelSettings } from '../channels/settings.ts'
import type { Ground } from './ground.ts'
import type { CanSend } from './store/way-of-reply.ts'

export function sendsBy(channels: readonly Channel[]): CanSend {
  return (name) => channels.some((channel) => channel.name === name && channel.send !== undefined)
}

/** Notes come by the desk itself, which is always there. */
export function channelOpened(channel: Channel) {
  const { name } = channel
  const doors = channel.doors.map((door) => door.name)
  return { name, doors: name === 'staff-note' ? [name] : doors, canSend: channel.send !== undefined }
}

/** What people and programs write to, ring or call, for whoever tries a way in. */
export function reachOf({ config }: Pick<Ground, 'config'>, url: string) {
  const { from, listenPort } = config.mail
  return {
    url,
    mail: /<([^<>]+)>/.exec(from)?.[1] ?? from,
    smtp: `smtp://${config.web.host}:${listenPort ?? ''}`,
    number: config.twilio?.number ?? '',
  }
}

export function channelSettings({ config }: Pick<Ground, 'config'>, publicUrl: string): ChannelSettings {
  return {
    publicUrl,
    host: config.web.host,
    mailListenPort: config.mail.listenPort,
    mailLimitBytes: config.mail.limitBytes,
    smtpUrl: config.mail.smtpUrl,
    imapUrl: config.mail.imapUrl,
    mailFrom: config.mail.from,
    mailDomain: config.mail.domain,
    twilio: config.twilio,
    notify: config.notify,
  }
}
