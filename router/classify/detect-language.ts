/** Which language a message is in: Welsh, English or another, by its commonest words and letters. */
import { reason, type Finding, type Reason } from '../../shared/finding.ts'
import type { Submission } from '../../shared/submission.ts'
import type { Language } from '../../shared/words.ts'
import { isOrdinary } from './names/ordinary-words.ts'

const welsh: ReadonlySet<string> = new Set(
  "a'r ac ar aros am arna bod bydd byth chi cyn da dda ddim diolch dim dros dyna ei eich eu fawr fel fod fy gan gyda gofal gwych hefyd hoffwn hyn hynny i'r iawn llawer mae maen mam meddyg mewn mor na nad neb neu ni nid nos nyrs nyrsys nhw oedd oeddwn oes ofnadwy o'r oriau pam pan pawb rhy roedd roeddwn rydw rydym rwy rwyf sy sydd sut tad trin tri un wedi wnaeth wrth wyf y'r ydw ydy ydych ydyn yma yn yna ynghyd yr yw ysbyty mi dw i ond a â ag cael chwarae dwi dydd ddydd ei fe fo fod fyd gael gan gwaith hi hun isio eisiau mae'r mewn mis mynd nôl o ôl pob pawb rhywbeth rhywun rwy'n sy'n un yng ym ydi nhad fywyd cymaint eto achos bob dweud ofni werth drosto gobeithio farw bron chwerthin wddf".split(
    ' ',
  ),
)
const english: ReadonlySet<string> = new Set(
  "the and to of is was it for in that with my you they were have had not are be this on at very staff me all so but by we she he her his from as no good great thank thanks care been when our i'm would nothing more everything there which what service friendly time your will an could up out if who just too nurse nurses hospital ward waiting wait appointment always me doctor kind helpful lovely excellent food better i a".split(
    ' ',
  ),
)
/** None that is an English word or what people in haste write for one: "die", "od". */
const others: ReadonlySet<string> = new Set(
  'jest nie się dla bardzo dziękuję dziękuje był była było że mnie pani pan szpital lekarz nas gracias muy por para pero está hospital usted los del una merci très pour avec pas je vous nous les des une et le la und der das nicht ich sehr danke ist war mulțumesc foarte pentru sunt din și obrigado muito não eu teşekkürler çok bir ve için ama labai ačiū il sono molto grazie che ką sestra jako bila bilo nije niko nitko ništa nista hvala molim puno sam smo što sto vam svemu moja moj majka ali kako zbog byla byl bylo byly moje moim proszę prosze dziekuje nikt nic przez tylko wszystkich wszystko sie pielegniarka pielęgniarka przychodni szpitalu meu minha foi uma nossa anneme bana bize cok kimse şey sey davrandi ishte është shume shumë nuk dhe nenen fost mancarea murdara eram tres mère père avons était etait trop beaucoup jamais personne deux depuis devant tout mari perdu repond mogu kada zelim czy mozna skarge chcialbym rezultate opiekunke'.split(
    ' ',
  ),
)

/** Where the words are too few to tell, the language of the form or page counts, then English. */
export function detectLanguage(submission: Submission): Finding<Language | 'other'> {
  const words = submission.text.toLowerCase().match(/[\p{L}']+/gu) ?? []
  const told = byScript(submission.text) ?? byWords(words.slice(0, 400))
  if (told !== null) return told
  const { language } = submission
  if (language !== null) return finding(language, reason('router:language.chosen', { language }), 0.6)
  return finding('en', reason('router:language.presumed'), 0.3)
}

/** Mostly letters that none of our languages is written in. */
function byScript(text: string): Finding<'other'> | null {
  const sample = text.slice(0, 2000)
  const foreign = sample.match(/[^\P{L}\p{Script=Latin}]/gu)?.length ?? 0
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0
  if (foreign === 0 || foreign < latin) return null
  return { value: 'other', because: [reason('router:language.script')], confidence: 0.95 }
}

/** What joins words in Welsh, its letters and how its words begin and end. */
const looksWelsh = /[ŵŷ]|^(?:ng|ff|ll|rh|dd|gw|cw|bydd|gwn|wn)|(?:'[rnwi]|dd|wyd|odd|aeth|iaid|wch|wn|au)$/

/** Half of Europe writes these: alone they tell of no Welsh and no English. */
const sharedWithMany: ReadonlySet<string> = new Set(
  'a i o na nad no mi ni un tri da fe mor on me as so is in'.split(' '),
)
/** French before a vowel: "l'ambulance", "n'est". */
const looksFrench = /^(?:l|qu|n|c|j|d)'[aeiouh]/

/** So many words tell; of fewer, as in "Wait times", one or none is common in any language. */
const enoughWords = 6
/** Of running text in our languages at least so many words are among the commonest. */
const commonShare = 0.2
/** A list without a sentence, "poor communication regarding medication", is English by what its words are. */
const ordinaryShare = 0.4

function byWords(words: readonly string[]): Finding<Language | 'other'> | null {
  const count = (list: ReadonlySet<string>) => words.filter((word) => list.has(word)).length
  const cy = count(welsh) + 0.5 * words.filter((word) => !welsh.has(word) && looksWelsh.test(word)).length
  const en = count(english)
  const isOurs = words.some(
    (word) => !sharedWithMany.has(word) && (welsh.has(word) || english.has(word) || looksWelsh.test(word)),
  )
  const other = count(others) + words.filter((word) => !others.has(word) && looksFrench.test(word)).length
  const best = Math.max(cy, en, other)
  if (isForeign(words, { ours: isOurs ? Math.max(cy, en) : 0, other }))
    return finding('other', reason('router:language.unknown'), 0.5)
  if (best < 1 || (best < 2 && words.length > 6)) return null
  const sureness = Math.min(
    0.99,
    0.5 + (best - (cy + en + other - best)) / (2 * words.length + 2) + best / 40,
  )
  const value = best === en ? 'en' : best === cy ? 'cy' : 'other'
  return finding(value, reason('router:language.words', { count: Math.ceil(best) }), Math.max(0.3, sureness))
}

/** Enough words in Latin letters, few of them ours: a language that no list here has; or fewer, and some of one that a list has. */
function isForeign(
  words: readonly string[],
  { ours, other }: { readonly ours: number; readonly other: number },
): boolean {
  const isOneOfTheirs = ours === 0 && other > 0
  const isStrange = words.length >= enoughWords && ours / words.length < commonShare
  if (!isOneOfTheirs && !isStrange) return false
  const long = words.filter((word) => word.length > 2)
  return long.filter(isOrdinary).length / long.length < ordinaryShare
}

function finding<T>(value: T, because: Reason, confidence: number): Finding<T> {
  return { value, because: [because], confidence }
}
