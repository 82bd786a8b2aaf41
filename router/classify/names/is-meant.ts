/** Does a name mean the organisation or care service where it stands, or a street, a person, a number, something else? */
import type { Named } from './directory-names.ts'
import { hasOtherSense } from './other-senses.ts'
import type { Surroundings } from './surroundings.ts'

export function isMeant(named: Named, around: Surroundings): boolean {
  if (isPlaceBeside(around) || isAddress(around) || hasOtherSense(around) || isOnlyMentioned(around))
    return false
  if (named.manner === 'initials') return areInitials(around)
  if (named.manner === 'shortening') return isARole(around)
  if (named.manner === 'common') return isTheOne(around)
  if (named.manner === 'ward') return isAWard(around)
  return !isNumber(around) && !isPerson(around)
}

/** "If he had sent me for an X-ray", "do not share this with the council" and "I write as the manager of Larch House" are not about them. */
function isOnlyMentioned({ before }: Surroundings): boolean {
  return notToBeTold.test(before) || writer.test(before) || neverSent.test(before)
}

const notToBeTold =
  /\b(?:not|\w{2,6}n't|dont|never|without)\b[^.!?]{0,40}\b(?:shar(?:e|ed|ing)|pass(?:ed|ing)?|send|sent|sending|tell|telling|show|forward(?:ed|ing)?|go|disclos(?:e|ed|ing))\b[^.!?]{0,24} (?:with|to|by|on to)? ?(?:the |my |our )?$/
const neverSent =
  /\b(?:if (?:only )?(?:he|she|they|you|i|we|the [a-z]{2,9}) had|should have|should've|never|didn't|did not|refused to|wouldn't) (?:been )?(?:sent?|refer(?:red)?|booked?|arranged?|ordered?)(?: [a-z']{2,9}){0,2} (?:for |to )?(?:an? |the )?$/
const writer =
  /\b(?:writ(?:e|ing)|e-?mail(?:ing)?|contact(?:ing)? you|speak(?:ing)?) as (?:an? |the )?(?:[a-z]{3,12} )?(?:manager|owner|partner|gp|matron|nurse|director|secretary|deputy|proprietor) (?:of|at|for|from) $/

/** "The nurses on Rowan"; nobody is relied on there, and "on Rowan’s birthday" is somebody's. */
function isAWard({ before, after }: Surroundings): boolean {
  return (
    !onSomebody.test(before) &&
    !/^(?:'s\b| (?:street|st|road|rd|lane|avenue|close|drive|way|crescent|terrace|grove|court|hill|park|gardens)\b)/.test(
      after,
    )
  )
}

const onSomebody =
  /\b(?:rel(?:y|ied|ies|ying)|depend(?:s|ed|ing)?|check(?:s|ed|ing)?|call(?:s|ed|ing)?|pick(?:s|ed|ing)?|wait(?:s|ed|ing)?|blam(?:e|ed|ing)|bas(?:ed|ing)|keen|hard|tough|spy(?:ing)?|walk(?:ed|ing)? out|hung up|gang(?:ed|ing)? up|operat(?:e|ed|ing)|tested|used|focus(?:ed)?|impact|effect|pressure|information|notes|details|report|update|news) $/

/** "The OT", "an ooh doctor", and neither "too much OT" nor "ooh lovely". */
function isARole({ isInCapitals, before, after }: Surroundings): boolean {
  return asARole.test(before) && (isInCapitals || ofCare.test(after))
}

const ofCare = /^ (?:services?|doctors?|drs?|gps?|teams?|nurses?|clinics?|departments?|dept|visits?)\b/
const asARole =
  /\b(?:the|an?|my|our|your|his|her|their|by|from|saw|mum's|dad's|community|hospital|two|three|another) $/

/** Not another's, and no chance neighbours: "the farming community trust each other". */
function isTheOne({ written, before, followsOtherName }: Surroundings): boolean {
  if (followsOtherName || otherBody.test(before)) return false
  return !/\s/.test(written) || leadsToAName.test(before)
}

const leadsToAName =
  /(?:^|[^a-z' ] ?|\b(?:the|this|that|our|my|your|an?|and|or|by|with|from|to|at|in|of|for|local|whole|nhs|county|aldershire|told|rang|called|phoned|contacted|asked|between)) $|^$|[.!?,;:\n(-] ?$/

/** Bodies of the same kind that the directory does not list. */
const otherBody =
  /\b(?:parish|town|village|school|student|students'?|youth|borough|city|district|research|british|security|church|arts|sports?|design|works|european|international|air|st\.? john'?s?|toy|private|animal|charity|another|other|previous|neighbouring) $/

/** "Seaview Hotel" is not Seaview. Street words need a capital: "Larch House close to us". */
function isPlaceBeside({ after, writtenAfter }: Surroundings): boolean {
  return notCare.test(after) || streetAfter.test(writtenAfter)
}

const notCare =
  /^(?:'?s)? (?:hotel|pub|inn|caf[eé]|b&b|guest house|bakery|chippy|fish bar|golf|cricket|football|rugby|tennis|bowls|bowling|sailing|swimming|fc|afc|rfc|united|rovers|choir|brass band|caravan|holiday (?:park|let|home|cottage)|apartments|cottages?|primary school|nursery school|garden centre|farm shop|bus stop|roundabout|league|tournament|championship|tickets|match(?:es)?|school)\b/
const streetAfter =
  /^ (?:Street|St|Road|Rd|Lane|Ln|Avenue|Ave|Close|Cl|Drive|Way|Terrace|Crescent|Place|Gardens|Hill|Green|Park|Parade|Row|Mews|Square|Farm|School|Academy|College|Primary|Station|Beach|Bar|Club|Garage|Stores|Estate|FC)\b/

/** "12 Stonemere Road", "Flat 3, Seaview Court", "we live off Stonemere Road". */
function isAddress({ written, before, after }: Surroundings): boolean {
  if (/\b(?:flat|apartment|apt|unit|plot) ?\d{1,4}[a-z]?,? $/.test(before)) return true
  if (!/\b(?:road|rd|street|lane|avenue|close|drive|way|terrace|crescent)$/i.test(written)) return false
  return houseNumber.test(before) || onTheWay.test(before) || ofAStreet.test(after)
}

const houseNumber = /(?:^|[^\d.])\d{1,4}[a-z]?,? $/
const onTheWay =
  /\b(?:live[sd]?|living|move[ds]?|walk(?:ed|ing)?|driv(?:e|es|ing)|drove|park(?:ed|ing|s)?|traffic|roadworks|accident|crash|corner|junction|end|bottom|top|middle|pot ?holes?|pavements?|house|home|flat|shops?|bus|buses|bus stop|turn(?:ed|ing)?|residents?|neighbours?|number|lights|lamp ?posts?|trees?|bins?) (?:[a-z]{2,8} )?(?:on|in|off|down|along|up|of|onto|into|near|from) $|\b(?:bus stop|junction|roadworks|crossing|lights|accident|crash|traffic|corner|shops?) at $|\b(?:along|down|up|across|off) $/
const ofAStreet =
  /^,? (?:(?:is|was) (?:closed|shut|flooded|gritted|icy|blocked)|roadworks|traffic|junction|(?:needs|wants) (?:a |some |new |more )?(?:resurfacing|gritting|crossing|lights|mending|repairs?)|pot ?holes?|[a-z]{1,2}\d)/

const aPersonBefore =
  /\b(?:mr|mrs|ms|miss|mx|dr|prof(?:essor)?|doctor|nurse|nurses|sister|matron|midwife|consultant|surgeon|physio|receptionist|carer|hca|manager|councillor|cllr|called|named|name (?:is|was)|name's|i am|i'm|im|this is|friends?|colleague|neighbour|daughter|son|wife|husband|mum|mother|dad|father|aunt(?:ie)?|uncle|cousin|partner|regards|sincerely|faithfully|wishes|signed|dear|hi|hello|sir|lady|thank you,?|thanks,?)[.,:]?[ \n]{1,2}$/
const roles =
  '(?:[a-z]{3,9} )?(?:nurse|doctor|midwife|carer|hca|consultant|surgeon|physio|social worker|key ?worker|friend|patient|sister|matron|receptionist|manager|person|lady|man|woman|volunteer|student)'
const relatives = /^ (?:mother|father|mum|dad|son|daughter|husband|wife|family|sister|brother|parents)\b/
const aPersonAfter = new RegExp(
  `^(?:,? (?:was|is|as) (?:my|our|the|an?) ${roles}|, (?:an?|my|our|the) ${roles}|,? (?:she|he|herself|himself|introduced (?:her|him)self|aged \\d|esq|rn|hca)|,? ?\\((?:she|he|hca|rn|nurse|sister|matron|aged))\\b`,
)

/** "Rowan Ward" may be somebody's name, "Seaview staff" is nobody's. */
function isPerson({ written, before, after }: Surroundings): boolean {
  if (!/^\p{L}+[ -]ward(?:['’]?s)?$/iu.test(written) || /^(?:the|medical|surgical)/i.test(written))
    return false
  // Nobody is on or in a person: "Sister Okafor on Hazel Ward, she was wonderful".
  if (/\b(?:on|onto|in|into|at|off) $/.test(before)) return false
  if (/['’]s$/.test(written) && relatives.test(after)) return true
  return aPersonBefore.test(before) || aPersonAfter.test(after)
}

/** "111" is a service where it is rung or does something, and not where it counts, numbers or measures. */
function isNumber({ written, before, after }: Surroundings): boolean {
  if (!/^\d+$/.test(written)) return false
  if (numberAfter.test(after) || streetNumber.test(after)) return true
  return !rung.test(before) && !(acts.test(after) && /(?:^|[^a-z' ]\s?)$/.test(before))
}

const rung =
  /\b(?:nhs|call(?:s|ed|ing)?|rang|ring(?:s|ing)?|rung|phon(?:e[ds]?|ing)|dial(?:s|led|ling)?|contact(?:ed|ing)?|us(?:e[ds]?|ing)|tr(?:y|ied|ying)|text(?:ed)?|spoke(?:n)? (?:to|with)|asked|told|via|through|by|from|to|with|the|and|or|on|at|but|then|when|because|so|that|if|after|why|while|does|did|thank you|thanks|even|only|an?|great|good|bad|helpful|useless|poor|terrible|our|your) $/
const serviceWords =
  'services?|calls?|call ?handlers?|handlers?|advis[oe]rs?|advice|operators?|operatives?|doctors?|drs|nurses?|lines?|helplines?|clinicians?|staff|team|online|app|website'
const acts = new RegExp(
  `^(?:['’]?s)? (?:${serviceWords}|was|were|is|are|has|have|had|does|did|do|didn't|doesn't|don't|won't|wouldn't|couldn't|never|told|said|says?|sent|sends?|took|takes?|gave|gives?|put|kept|keeps?|could|would|should|will|can|advised|advises?|rang|called|answered|answers?|referred|refers?|arranged|booked|booking|just|then|tell|tells|hung|passed|wanted|refused|ignored|saved|got)\\b`,
)
const numberAfter = new RegExp(
  `^(?:[.,:/-]?\\d|[%°]| ?(?:to|-) \\d|(?:st|nd|rd|th)\\b| ?(?:kg|g|mg|ml|mm|mmol|cm|km|p|pm|am|bpm|over|percent|per cent|pounds|quid|miles?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|people|men|women|children|patients?|times?|beds?|steps?|pages?|points?|other)\\b| (?!(?:${serviceWords}|was|is|has|does|says|and|as|gives|sends|tells|keeps|always)\\b)(?:(?:new|old|different|separate|more|whole) )?[a-z]{3,}s\\b(?<!ss|us|is))`,
)
const streetNumber =
  /^[a-z]?,? (?:[a-z']{2,14} ){1,3}(?:street|st|road|rd|lane|avenue|ave|close|drive|terrace|crescent|gardens|hill|way|place|court|grove|mews|square|row|park|walk)\b/

/** In capitals; in small letters only where nothing but a place or a body can stand. */
function areInitials(around: Surroundings): boolean {
  const { written, before, after, startsSentence, isInCapitals } = around
  const letters = written.replace(/[^\p{L}]/gu, '')
  if (/^ \((?:eating|erectile)/.test(after)) return false
  if (/\d ?$/.test(before) || sport.test(before) || sport.test(after)) return false
  if (isInCapitals) return !(soundsLikeACry.test(letters) && startsSentence && cry.test(after))
  if (/^\p{Lu}\p{Ll}$/u.test(letters)) return false
  if (letters.length >= 4) return true
  return letters.length === 3 ? beforeAPlace.test(before) : beforeAShortPlace.test(before)
}

const sport =
  /^[^.!?]{0,20}\b(?:cricket|football|rugby|golf|tennis|league|final|fixture|trophy|championship)\b|\b(?:cricket|football|rugby|golf|tennis) (?:[a-z]{2,8} ){0,2}$/

const soundsLikeACry = /^(?:a+r*g+h+|u+g+h+|o+h+|a+h+|e+k+|h+m+|m+h+|w+o+w+)$/i
const cry =
  /^(?:[!,.…?]|-|\s+(?:this|i|i'm|why|not|so|what|it|it's|that|no|my|how|you|they|please|really|sorry)\b)/
const beforeAPlace =
  /\b(?:in|at|to|from|by|via|the|through|into|for|rang|called|phoned|contacted|saw|an?|my|our|nhs|aldermouth|and) $/
const beforeAShortPlace =
  /\b(?:in|at|into|the|via|(?:went|go|going|sent|taken|rushed|brought|back|trip|admitted|came) to) $/
