/** What channels are told of the settings; services/config.ts is the sole reader of the environment. */

export interface ChannelSettings {
  readonly publicUrl: string
  /** The address doors of their own listen on; 127.0.0.1 lets no other machine in. */
  readonly host: string
  /** Port of the SMTP listener; null opens none. */
  readonly mailListenPort: number | null
  /** Bytes; a larger mail is refused with 552. */
  readonly mailLimitBytes: number
  readonly smtpUrl: string | null
  /** The mailbox to read; null reads none. */
  readonly imapUrl: string | null
  readonly mailFrom: string
  /** Domain of the addresses people write to and of our Message-IDs. */
  readonly mailDomain: string
  /** Null: no texts by Twilio. */
  readonly twilio: TwilioSettings | null
  /** Null: no texts by GOV.UK Notify. */
  readonly notify: NotifySettings | null
}

export interface TwilioSettings {
  readonly accountSid: string
  readonly authToken: string
  /** The number people text. */
  readonly number: string
  /** Another address than Twilio's own, for trials; null: Twilio's. */
  readonly apiUrl: string | null
}

export interface NotifySettings {
  /** As set for both callbacks in Notify. */
  readonly callbackToken: string
  /** Null: texts come in by Notify, but none goes out by it. */
  readonly sending: NotifySending | null
}

export interface NotifySending {
  /** Both are in the API key. */
  readonly serviceId: string
  readonly secret: string
  /** A template with nothing but ((message)) in it. */
  readonly templateId: string
  /** The number people text, in E.164: the one that Notify sends from. */
  readonly number: string
  /** Another address than Notify's own, for trials; null: Notify's. */
  readonly apiUrl: string | null
}
