/** A safety incident that must be told openly, or one that was hidden. */
import type { RedFlagRule } from '../../shared/knowledge.ts'
import { gap } from '../harm-words.ts'
import { denied, figuresOfSpeech } from './figures-of-speech.ts'

const drug =
  '(?:blood|drugs?|dos(?:e|age)|med[ei]c(?:ation|ine)s?|meds|injection|tablets?|pills?|insulin|morphine|warfarin|chemo(?:therapy)?|antibiotics?|vaccine|anaesthetic|insulin)'
const part =
  '(?:leg|arm|side|site|eye|kidney|knee|hip|tooth|teeth|foot|hand|finger|breast|lung|ovary|testicle|ear|shoulder|ankle|organ)'
const illness =
  '(?:cancer|fracture|sepsis|stroke|tumour|heart attack|break|diagnosis|bleed|clot|meningitis|appendicitis|infection|broken (?:ankle|wrist|hip|leg|arm|bone|neck|back)|ectopic|embolism|pneumonia|pre-?eclampsia|abnormalit(?:y|ies)|lump)'
const records = '(?:notes|records?|charts?|paperwork|files?|timeline)'

export const candour: RedFlagRule = {
  ...{ source: 'SI 2014/2936 reg 20, duty of candour', sureness: 'secondary' as const },
  flag: 'duty-of-candour',
  hours: 24,
  patterns: [
    `\\b(?:wrong (?:${part}|${drug}|patient|operation|baby|embryo|implant|blood type)|overdose of|(?:ten|10|five|5|double|twice|three|3|triple|100|hundred) (?:times )?(?:the |his |her |my |too much |as much )?(?:\\w{2,8} )?(?:dose|amount|${drug})|too much ${drug}|(?:someone|somebody|another (?:patient|person|resident)|some one) (?:else)?'s (?:\\w{2,10} )?(?:${drug}|baby|results|notes)|retained (?:swab|instrument)|left (?:a |the |an? \\w{2,8} )?(?:swab|instrument|needle|gauze|sponge|clamp|tampon|drill bit)(?: \\w{2,10}){0,3} (?:inside|in (?:me|him|her|my|his))|never event|misdiagnos(?:ed|is|es)|mis-diagnosed|wrongly diagnosed|diagnosed (?:me |him |her )?wrong(?:ly)?)\\b`,
    `\\b(?:miss(?:ed|ing) (?:the |a |his |her |my |an |mum's |dad's )?(?:\\w{2,10} )?${illness}|${illness} (?:was|were|is|had been|got|has been) (?:\\w{2,10} )?(?:missed|overlooked|not (?:spotted|seen|noticed|picked up|diagnosed))|${illness} and (?:they|nobody|you|it was) (?:all )?(?:missed|overlooked|noticed)|failed to (?:diagnose|spot|notice|treat|act on|give|recogni[sz]e|pick up))\\b`,
    `\\b(?:brain (?:damage|damaged|injury)|still ?born|stillbirth|cardiac arrest (?:because|after)|paralysed|paralyzed|lost (?:his|her|my|their) (?:sight|leg|arm|eye|foot|baby|hearing(?! aids?))|amputat(?:ed|ion)|given (?:\\w{2,12} ){1,6}(?:allergic|allergy)|allergic (?:to|and)${gap(5)}(?:gave|given)|(?:although|though|knowing|despite|even though|but) (?:\\w{2,8} ){0,3}(?:allergic|allergy)|anaphyla(?:xis|ctic)(?: shock)? (?:because|after|from|when)|operat(?:ed|ion) on the wrong|(?:took|taken) out the wrong|removed the wrong|nicked (?:my|his|her|the|an?) (?:bowel|artery|bladder|bile duct|ureter)|perforated (?:my|his|her))\\b`,
    '\\b(?:avoidable|preventable|unnecessary) (?:death|harm|injury)\\b',
    `\\b(?:cover(?:ed|ing|s)? (?:it |this |things |everything |their mistakes? |that |what happened )?up|cover[- ]up|lied (?:to us |to me )?about (?:what happened|how|why|the)|lying about what happened|(?:nobody|no[- ]?one|they|never|not|hasn't|haven't|has not|have not) (?:\\w{2,8} ){0,2}(?:told|tell|telling|explained)(?: to)? (?:us|me|the family|my \\w{2,8}) (?:\\w{2,6} ){0,2}(?:the truth|what (?:\\w{2,6} )?(?:went wrong|happened)|why (?:she|he|they|mum|dad) died|what caused|it went wrong)|(?:altered|changed|deleted|destroyed|rewrote|rewritten|doctored|shredded|lost|tampered with) (?:the |his |her |my |mum's |dad's )?(?:\\w{2,10} )?${records} (?:after|to (?:hide|cover)|so|when|afterwards|later|because)|(?:altered|doctored|tampered with|rewrote) (?:the |his |her |my )?${records}|hid(?:den|ing|es|e)? (?:the truth|what (?:\\w{2,6} )?(?:happened|went wrong)|(?:their|the|a) mistakes?|things from us))\\b`,
    "\\b(?:[mf]eddyginiaeth anghywir|(?:tabledi|dos|cyffur|gwaed|[lg]l?awdriniaeth(?: \\w{1,4}){0,3}|coes|goes|ochr|pen-?glin|clun|braich|llygad) anghywir|[cg]h?amddiagnosis|[cg]h?uddio(?: ?'r)? (?:gwir|hyn|beth|eu)|colli(?:wyd)? (?:y |ei |fy )?diagnosis|collwyd (?:y |ei |fy )?(?:diagnosis|canser|strôc|stroc)|methwyd (?:\\w{1,6} )?(?:canser|sepsis|strôc|stroc|diagnosis)|methu (?:y |a )?(?:canser|diagnosis|sepsis|strôc|stroc)|farw-?anedig|niwed i'r ymennydd|newid(?:iwyd)? (?:y |ei )?(?:nodiadau|cofnodion))\\b",
    `\\b(?:mix(?:ed)? (?:\\w{2,8} ){0,2}?up(?: [a-z']{2,12}){0,4} (?:results?|bloods?|notes|babies|samples|records|patients|scans|x-?rays)|mix[- ]up (?:of|with|over) (?:\\w{2,8} ){0,3}(?:results?|notes|samples|drugs|medication)|(?:scan|test|x-?ray|results?|biopsy|mri)${gap(8)}(?:nobody|no[- ]?one|not|never) (?:was |were |ever )?(?:told|telling)|admitted (?:to )?(?:a|an|the|their|it was an?|it was their) (?:mistake|error|fault)|(?:medication|drug|surgical|serious) (?:incident|error))\\b`,
    "\\b(?:found out|only (?:found out|learn(?:t|ed)|discovered|heard|know|knew)|discovered|learn(?:t|ed))(?: [^.!?]{1,60})? (?:coroner|inquest|by accident|from (?:the|his|her|my|a|another) (?:notes|records|letter|nurse|doctor|solicitor|gp|patient|paper|newspaper)|years? later|months? later)\\b|\\b(?:nobody|no[- ]?one|never|they didn't|they did not|not one person) (?:told|telling|tell|let|informed|admitted|owned up)(?: [^ .!?]{1,12}){0,5} (?:fallen|had a fall|fall|wrong drug|wrong dose|error|mistake|incident|gone wrong|went wrong|infection|sores?|broken|fracture[d]?)|\\b(?:hospital|they|staff|home|nobody|no[- ]?one) (?:never|didn't|did not|refused to|won't) (?:told|tell|admit|own up|say)(?: (?:us|me|the family))?(?= ?(?:[.!?,]|$))(?<=(?:wrong (?:drug|dose|tablets|medication)|mistake|error|fell|fallen)[^]{0,100})",
  ],
  unless: [
    ...figuresOfSpeech,
    denied(`(?:wrong \\w{3,12}|misdiagnos(?:ed|is)|missed|lied|cover[- ]up|stillborn)`),
    '\\blost (?:his|her|my|their) \\w{3,8} (?:\\w{2,8} )?years ago\\b',
    '\\bwrong side of (?:the )?(?:bed|road|building|corridor|hospital|car ?park|town)\\b',
    '\\b(?:on|to|at|down|from) the wrong (?:side|site|hand)(?: (?:of|for|entrance|door))\\b',
    '\\bfailed to (?:give (?:me|us|you) (?:credit|a lift|the time)|notice (?:the|how|what) (?:sign|entrance|time))\\b',
    '\\bcovered (?:me |him |her |us |it |them )?up (?:with|in|warm|so)\\b',
    '\\b(?:careful|checked|asked|staff knew|made sure|aware|kitchen|menu|brilliant)(?: [^ .!?]{1,14}){0,6} allerg(?:ic|y)\\b',
  ],
}
