// The codes that forms offer; their names come from Intl, in the reader's language.

/** ISO 3166-1: countries and territories. */
export const countryCodes = (
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM ' +
  'CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY ' +
  'HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF ' +
  'MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE ' +
  'RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ ' +
  'VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
).split(' ')

/** BCP 47 primary subtags of the languages most spoken at work, and of Canada's first peoples. */
export const languageCodes = (
  'af am ar az be bg bn bs ca co cr cs cy da de el en eo es et eu fa fi fr ga gl gu ha he hi hr ht hu hy id ig is it iu ja ka kk km ko ku ky lb lo ' +
  'lt lv mg mk ml mn mr ms mt my nb ne nl nn oc oj om pa pl ps pt rn ro ru rw si sk sl sn so sq sr sv sw ta te th ti tl tr uk ur uz vi wo xh yo zh zu'
).split(' ')
