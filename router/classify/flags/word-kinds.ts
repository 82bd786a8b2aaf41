/** Words of one kind, as far as the flags care: what is learned of one word of violence, of kin or of law helps to understand the others. */

/** English, then Welsh; in lower case. A word may be of several kinds. */
export const wordKinds: Readonly<Record<string, string>> = {
  i: `i im ive id ill me myself mine my ours dw dwi rwy rydw fi mi`,
  we: `we us our weve were ourselves ni ein`,
  you: `you your yours yourself u ur ya yous youre youll chi eich`,
  he: `he him his hes himself fo e ei`,
  she: `she her hers shes herself hi`,
  they: `they them their theyre themselves nhw eu`,
  someone: `someone somebody anyone anybody whoever person people man bloke chap fella lad guy stranger gentleman
    woman lady visitor men women lads boys rhywun`,
  nobody: `nobody noone none neb`,
  not: `not no never dont didnt doesnt wont wouldnt cant cannot couldnt isnt wasnt arent werent havent hasnt
    without nor neither nothing stopped don't didn't doesn't won't wouldn't can't couldn't isn't wasn't
    aren't weren't haven't hasn't dim ddim heb nid`,
  intent: `will gonna going shall ill i'll we'll well i'm plan planning intend intending ready decided about want
    wants wanna swear promise`,
  should: `should ought deserves deserve needs better`,
  would: `would could might may if unless id i'd`,
  now: `now tonight today minute moment currently soon tomorrow right rwan nawr heno`,
  past: `ago years once used former previously formerly since last decade childhood history retired past old
    llynedd`,
  over: `settled resolved sorted closed recovered recovering fixed explained apologised apology apologized
    learned improved finished moved`,
  kin: `mum mother mam mom mummy dad father daddy nan gran grandma grandmother granny nana grandad grandfather
    grandpa aunt auntie uncle sister brother husband wife partner cousin parents parent relative relatives
    family in-laws niece nephew son daughter hubby fiance wifey sibling siblings twin nain taid tad mamgu
    tadcu gwraig gwr teulu`,
  partner: `husband wife partner ex boyfriend girlfriend fiance hubby fella bloke exhusband exwife missus spouse`,
  stepkin: `stepdad stepfather stepmum stepmother stepson stepdaughter stepbrother boyfriend uncle babysitter coach`,
  child: `child children kid kids baby babies toddler toddlers infant newborn boy girl boys girls lad lass bairn
    bairns wee teen teenager teenagers teenage pupil pupils schoolgirl schoolboy grandson granddaughter
    grandchild grandchildren son daughter niece nephew twins minor underage youngster youngsters little tot
    plentyn plant babi merch bachgen fach bychan`,
  young: `five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen 4 5 6 7 8 9 10 11 12 13 14
    15 16 year nursery school playground primary creche foster fostered cot nappy pram buggy teddy doll`,
  schooladult: `teacher teaching headteacher school nursery nurseries childminder counsellor class classmate classroom`,
  old: `elderly aged old eighty ninety pensioner pensioners resident residents dementia alzheimers frail
    confused vulnerable housebound bedbound bedridden disabled wheelchair immobile helpless seventies
    eighties nineties`,
  resident: `resident residents patient patients service inmates clients client tenant tenants inpatient`,
  staff: `staff nurse nurses carer carers doctor doctors consultant surgeon surgeons gp hca assistant assistants
    porter porters midwife midwives paramedic paramedics receptionist receptionists physio dentist worker
    workers sister matron registrar clinician psychiatrist locum anaesthetist radiographer pharmacist helper
    helpers agency keyworker careworker attendant warden caretaker therapist specialist medic medics gofalwr
    gofalwyr nyrs nyrsys meddyg`,
  boss: `manager managers boss bosses supervisor management owner owners director directors deputy head employer
    seniors superior superiors lead leader hr board trustees executive executives proprietor rheolwr chief
    line`,
  colleague: `colleague colleagues coworker coworkers workmate workmates team shift shifts rota handover workplace
    employee employees employed employment job work working works worked trainee student placement
    apprentice intern staffroom uniform nights gweithio swydd`,
  insider: `whistleblower whistleblowing anonymous anonymously anon confidential confidentially identified identity
    reprisal reprisals victimised sacked sack dismissed dismissal fired disciplined disciplinary warning
    union repercussions retaliation backlash punished named career payroll inside insider`,
  hit: `hit hits hitting slap slaps slapped slapping punch punches punched punching kick kicks kicked kicking
    smack smacks smacked smacking beat beats beaten beating thump thumps thumped clip clipped whack whacked
    strike strikes struck thrash thrashed batter battered headbutt headbutted clout belted belt lashes
    lashed bash bashed wallop taro bwrw curo`,
  grab: `grab grabs grabbed grabbing drag drags dragged dragging shove shoves shoved shoving push pushes pushed
    pushing yank yanked yanks pull pulled pulls pulling pin pinned pinning hold holds held holding squeeze
    squeezes squeezed twist twisted twists pinch pinches pinched shake shakes shook shaken shaking throw
    throws threw thrown throwing manhandle manhandled wrestle restrain restrained restraining restraint haul
    hauled jerked jerk rough roughly force forced forces forcing handled`,
  kill: `kill kills killed killing murder murdered murdering dead die dies dying death strangle strangled choke
    choked throttle stab stabbed stabbing shoot shot shooting burn burns burned burning torch bomb bombed
    slit slash slashed drown hang hanging smash smashed destroy maim cripple bury finish lladd`,
  hurt: `hurt hurts hurting harm harmed harming injure injured injuries injury wound wounds damage damaged pain
    cruel cruelty abuse abused abusive abuser torment tormented torture violence violent assault assaulted
    attack attacked attacking brifo niweidio`,
  mark: `bruise bruises bruised bruising mark marks scratch scratches scratched cuts burns scald scalded fracture
    fractured fractures swollen lip eye scar scars welts welt handprint fingerprint fingerprints lump lumps
    cleisiau clais`,
  body: `arm arms wrist wrists leg legs face neck throat head back hair hand hands finger fingers chest ribs
    thigh thighs ankle ear ears nose mouth teeth jaw shoulder cheek`,
  private: `bottom breast breasts breasted private privates genitals groin underwear knickers pants trousers skirt
    nightie naked undressed undress clothes shower bath bathing bathroom bedroom bed lap`,
  sexual: `sex sexual sexually rape raped grope groped groping fondle fondled kiss kissed kissing touch touched
    touches touching inappropriate inappropriately indecent indecently intimate grooming groomed nude nudes
    porn photos pictures video naked molest flirt flirted advances`,
  fear: `scared frightened afraid terrified fear fears fearful petrified flinch flinches flinched cower cowers
    cowered cowering tremble trembles trembling shakes anxious nervous dread dreads intimidated intimidating
    intimidate wary begs begged pleading plead cries crying cried sobbing sobs tears distressed upset
    screaming screams screamed hides ofn crio withdrawn silent quiet`,
  soiled: `soiled wet urine wee faeces poo excrement filthy dirty filth stinks smell smells stink smelly unwashed
    unkempt pad pads nappy dried lice maggots vomit messed squalor rats infested matted stained baw gwlyb
    drewi`,
  hunger: `hungry hunger starving starved starve thirsty dehydrated dehydration fed feed feeding food eat eats
    eating eaten drink drinks drinking meal meals dinner tray unfed malnourished weight thin thinner skinny
    skeletal underweight emaciated stone bones parched water bwyd llwgu`,
  neglectw: `neglect neglected neglecting ignored unattended untouched hours days weeks abandoned left leave leaves
    leaving alone unchanged unturned sores sore ulcer ulcers bedsores pressure lying sat sitting stuck floor
    unsupervised supervised supervising forgotten`,
  lock: `lock locked locks locking shut shuts trapped confined confine barricaded prisoner captive tied tie ties
    strapped chained bolt bolted cupboard key keys door padlocked kept prevents prevented cage cloi`,
  sedate: `sedated sedate sedatives drugged drug drugging doped sleeping drowsy zombie diazepam crushed dosed
    medicate overmedicated tablets`,
  money: `money cash savings pension purse wallet card pin bank account accounts withdrawals withdrawal benefits
    jewellery ring rings inheritance cheque cheques bills loan loans pounds house bungalow deeds will debts
    arian pres`,
  steal: `steal steals stole stolen stealing theft thief nicked nicking rob robbed robbing missing vanished
    disappeared emptied empties drained helped helping swindled conned scam scammed scammer fraud fraudster
    taking takes took pockets pocketed pocketing spending spends borrowed borrowing exploits exploited
    exploiting fleeced cleaned dwyn`,
  control: `control controls controlling controlled allow allowed allows forbid forbidden forbids permission
    monitors tracks checks isolates isolated phone visitors obey passport decides stops refuses stalking
    stalks stalker followed follows following dominate threatens bullies bully bullied bullying humiliates
    humiliated belittles degrading degraded`,
  exploit: `trafficked slave slavery forced marriage marry unpaid gang gangs dealer dealers dealing cuckoo cuckooed
    county prostitution brothel pimp recruited honour shamed fgm`,
  shout: `shout shouts shouted shouting yell yelled yells yelling scream swear swore swears swearing screams mock
    mocked mocks mocking taunt taunted tease teased laugh laughed laughs laughing sneer sneered snigger
    sniggered insult insulted ridicule ridiculed names nickname joke jokes imitated mimicked impression`,
  drunkdrug: `drunk drinking drinks vodka alcohol alcoholic booze drugs heroin crack cocaine cannabis weed using
    addict needle needles stoned high passed methadone`,
  weapon: `knife knives gun guns weapon bat hammer machete axe petrol acid bomb shotgun blade blades rifle crowbar
    brick bricks crossbow matches match screwdriver fists fist diesel lighter cyllell gwn`,
  stalk: `car carpark home house address door street drive tyres windows window live lives waiting wait watching
    watch outside follow find found track family school plate`,
  threatw: `threat threats threaten threatened threatening threatens regret regrets sorry pay suffer revenge
    vengeance payback warn warned warning consequences bloodshed blood violence dangerous backup mates
    brothers cousins lads boys police arrest prison jail bygwth`,
  angry: `angry furious fuming livid rage raging temper lose lost losing snap enough sick fed fuck fucking bastard
    bastards scum bitch idiot useless hate`,
  law: `solicitor solicitors lawyer lawyers barrister legal law legally court courts judge judicial litigation
    sue sued suing negligence negligent negligently lawsuit counsel attorney claim claims claiming claimant
    compensation damages settlement settle tribunal proceedings prosecute prosecution prosecuted criminal
    writ injunction breach liable liability statutory chambers jury affidavit evidence cyfreithiwr llys
    iawndal`,
  coroner: `coroner coroners inquest inquests postmortem pathologist autopsy hearing manslaughter crwner cwest`,
  press: `press media newspaper newspapers paper papers journalist journalists reporter reporters bbc itv sky
    radio news tv telly television article story headline headlines front page editor tabloid tabloids
    publish published publicity broadcast documentary interview panorama gazette echo argus herald chronicle
    column newyddion wasg`,
  social: `facebook twitter instagram tiktok youtube online viral social video post posted posting blog followers
    internet tweet tweeted share trustpilot reviews review petition campaign exposed expose public publicly
    hashtag reddit`,
  politic: `mp mps councillor councillors minister ministers parliament senedd politician politicians secretary
    westminster commons lords ombudsman ombudsperson regulator regulators cqc gmc nmc hcpc gdc phso lgsco
    inspectorate commissioner healthwatch watchdog ico hse authority referral registration struck
    professional council misconduct`,
  record: `record records notes chart charts paperwork form forms log logs logbook timesheet timesheets signature
    signatures sign signed signing signs file files documentation document documents report reports entries
    entry figures audit audits statistics data care plan rota system books book minutes invoice invoices
    statement statements times ticked tick box cofnodion nodiadau siartiau`,
  falsify: `falsify falsified fake faked faking forge forged backdate backdated fiddle fiddled fiddling alter
    altered altering amend amended edited change changed changing deleted delete destroyed shredded
    shredding doctored rewritten rewrote invent invented made fabricated pretend pretended lie lies lied
    lying cover covered coverup ffugio massaged cook cooked blank`,
  hush: `quiet silence silent silenced say told tell telling speak speaking mouth mouths shut keep kept mention
    secret secretly hide hidden hiding hid conceal concealed buried brush brushed carpet truth honest
    honestly open openly answers answer explain explanation explained stonewalled fobbed evasive contradict
    contradictory contradicts different story versions account excuses admitted admit owned cuddio`,
  order: `told tells instructed ordered made make makes asked expected pressured pressure pressurised forced must
    required directed supposed discouraged encouraged`,
  inspect: `inspection inspections inspector inspectors cqc audit visit visits unannounced checks training trained
    untrained qualified unqualified dbs certificate certificates certified unsafe safe ratio ratios short
    staffed shortstaffed understaffed cutting corners expired date reuse reused reusing`,
  mistake: `mistake mistakes error errors wrong wrongly mix mixed muddle muddled blunder incorrect incorrectly
    incident missed missing misread misdiagnosed misdiagnosis overlooked failed failure failing delayed
    delay late forgot forgotten botched mishap avoidable preventable accidentally unnoticed unaware swapped
    another confused omitted discharged`,
  surgery: `operation operated surgery surgical theatre procedure surgeon anaesthetic scalpel stitches swab
    instrument gauze sponge removed implant biopsy transplant section caesarean hysterectomy scan xray mri
    ct test tests results result sample samples blood smear mammogram llawdriniaeth`,
  organ: `kidney lung liver heart bowel bladder womb ovary nerve nerves spine hip knee eye leg breast tooth teeth
    artery brain bile duct appendix testicle bone`,
  drugs2: `dose doses dosage medication medicine medicines tablet tablets pill pills insulin morphine injection
    injected drip antibiotics chemo warfarin blood penicillin allergic allergy allergies prescription
    prescribed overdose tabledi`,
  grave: `stroke sepsis cancer tumour paralysed paralysis amputated amputation brain coma collapsed died dead
    death stillborn stillbirth miscarried miscarriage blind deaf disabled permanently permanent irreversible
    spread terminal haemorrhage bleed bleeding bled perforated ruptured burst clot intensive icu
    resuscitated crashed septic infected infection`,
  ethnic: `black brown white asian african caribbean indian pakistani bangladeshi chinese polish romanian irish
    welsh english nigerian somali foreign foreigner foreigners immigrant immigrants migrant migrants refugee
    refugees asylum ethnic ethnicity race racial racism racist racists skin colour coloured accent
    nationality country culture cultural passport traveller travellers gypsy roma romany language speak
    surname heritage britain british born`,
  faith: `muslim muslims islam islamic jewish jew hindu sikh christian buddhist religion religious faith hijab
    headscarf turban veil niqab kippah prayer pray praying mosque synagogue temple halal kosher vegetarian
    pork beliefs ramadan`,
  sexuality: `gay lesbian bisexual queer trans transgender transsexual lgbt lgbtq homosexual pronouns pronoun gender
    misgendered deadname deadnamed nonbinary wife husbands husband women men woman man sex female male
    sister hoyw`,
  disab: `deaf blind autistic autism wheelchair disability disabilities disabled adhd downs stammer stutter
    dyslexic dyslexia learning sign signer bsl interpreter hearing braille accessible access ramp step steps
    lift hoist adjustment adjustments loop dog easy print reader impaired impairment byddar dall anabl
    fyddar`,
  age: `age aged old older elderly young younger seventy eighty ninety pregnant pregnancy maternity weight fat
    obese overweight size`,
  adverse: `refuse refused refuses refusing refusal deny denied turned away excluded exclude ignored ignoring
    dismissed dismissive treated treat different differently worse less unfair unfairly rude cold judged
    prejudice prejudiced bias biased assumed assumptions stereotyped stereotype discriminated discrimination
    discriminating discriminatory hostile sneering attitude patronising patronised stared looked moved
    waited separate gwrthod`,
  because: `because cos coz cause due reason since as account being simply purely just`,
  accessneg: `only unless must need needs`,
  suicide: `suicide suicidal overdose hang noose rope pills ledge bridge cliff train platform railway end ending
    ended goodbye goodbyes existence pointless worthless hopeless burden alive live living wake waking
    disappear disappearing gone anymore peace jump jumped jumping`,
  selfharm: `cut cutting cuts razor razors burn burning scratch scratching scars sleeves blade myself herself himself`,
  despair: `empty numb hopeless hopelessness worthless useless trapped dark darkness tired exhausted lonely alone
    unbearable anymore longer cope coping struggle struggling carry carrying point`,
  police: `police policeman officer officers crime criminal criminals arrested reported reporting report`,
  secret: `secret secrets promise promised promises confided confides disclosed whispered whisper confessed game
    games`,
  hospital: `hospital ward surgery clinic home unit department reception appointment trust nhs practice care centre
    ysbyty cartref`,
  praise: `thank thanks thankful grateful brilliant lovely wonderful excellent kind kindness great fantastic
    amazing superb helpful friendly gentle patient caring pleased happy perfect love loved best good
    marvellous star gem proud impressed welcome welcoming diolch gwych hyfryd ardderchog`,
  jest: `joke joking haha ha lol laugh laughed laughing funny fun silly smile smiling giggle murder`,
  everyday: `parking park car bus coffee tea cake lunch biscuits food toilet lift wifi tv radio telly chair chairs
    bed menu sign signs queue website app form letter phone weather garden music`,
  ask: `how where when which could please can would who what`,
  praiseverb: `recommend enjoyed appreciate appreciated nominate award medal celebrate congratulations`,
  study: `training course talk poster posters leaflet leaflets policy lead workshop book film dissertation display
    survey charity study research week`,
}
