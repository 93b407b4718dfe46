"""The two-letter country codes of ISO 3166-1, with XK for Kosovo and XA to XZ, which are free for own use.

And what English calls the countries that have outlets, as a label names one: `The Guardian (Nigeria)`.
"""

from briefgraph.resolve.wordset import word_set

COUNTRIES = word_set(
    """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS
    BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE
    EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM
    HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC
    LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA
    NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
    SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO
    TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
    XA XB XC XD XE XF XG XH XI XJ XK XL XM XN XO XP XQ XR XS XT XU XV XW XX XY XZ
    """
)

# Parts of countries (Scotland, California) and adjectives are left out: they need not mean the country's paper.
_NAMES = """
AE United Arab Emirates, UAE, Emirates
AF Afghanistan
AL Albania
AM Armenia
AO Angola
AR Argentina
AT Austria
AU Australia
AZ Azerbaijan
BA Bosnia and Herzegovina, Bosnia
BB Barbados
BD Bangladesh
BE Belgium
BF Burkina Faso
BG Bulgaria
BH Bahrain
BI Burundi
BJ Benin
BN Brunei
BO Bolivia
BR Brazil
BS Bahamas
BT Bhutan
BW Botswana
BY Belarus
BZ Belize
CA Canada
CD Democratic Republic of the Congo, Democratic Republic of Congo, DR Congo, DRC
CF Central African Republic
CG Republic of the Congo
CH Switzerland
CI Ivory Coast, Cote d'Ivoire, Côte d'Ivoire
CL Chile
CM Cameroon
CN China, PRC
CO Colombia
CR Costa Rica
CU Cuba
CV Cape Verde, Cabo Verde
CY Cyprus
CZ Czechia, Czech Republic
DE Germany
DJ Djibouti
DK Denmark
DM Dominica
DO Dominican Republic
DZ Algeria
EC Ecuador
EE Estonia
EG Egypt
ER Eritrea
ES Spain
ET Ethiopia
FI Finland
FJ Fiji
FR France
GA Gabon
GB United Kingdom, UK, Great Britain, Britain
GD Grenada
GE Georgia
GH Ghana
GM Gambia
GN Guinea
GQ Equatorial Guinea
GR Greece
GT Guatemala
GW Guinea-Bissau
GY Guyana
HK Hong Kong, HK
HN Honduras
HR Croatia
HT Haiti
HU Hungary
ID Indonesia
IE Ireland
IL Israel
IN India
IQ Iraq
IR Iran
IS Iceland
IT Italy
JM Jamaica
JO Jordan
JP Japan
KE Kenya
KG Kyrgyzstan
KH Cambodia
KP North Korea, DPRK
KR South Korea, Korea
KW Kuwait
KZ Kazakhstan
LA Laos
LB Lebanon
LC Saint Lucia, St Lucia
LI Liechtenstein
LK Sri Lanka
LR Liberia
LS Lesotho
LT Lithuania
LU Luxembourg
LV Latvia
LY Libya
MA Morocco
MC Monaco
MD Moldova
ME Montenegro
MG Madagascar
MK North Macedonia, Macedonia
ML Mali
MM Myanmar, Burma
MN Mongolia
MO Macau, Macao
MR Mauritania
MT Malta
MU Mauritius
MV Maldives
MW Malawi
MX Mexico
MY Malaysia
MZ Mozambique
NA Namibia
NE Niger
NG Nigeria
NI Nicaragua
NL Netherlands, Holland
NO Norway
NP Nepal
NZ New Zealand, NZ
OM Oman
PA Panama
PE Peru
PG Papua New Guinea, PNG
PH Philippines
PK Pakistan
PL Poland
PS Palestine
PT Portugal
PY Paraguay
QA Qatar
RO Romania
RS Serbia
RU Russia
RW Rwanda
SA Saudi Arabia
SC Seychelles
SD Sudan
SE Sweden
SG Singapore
SI Slovenia
SK Slovakia
SL Sierra Leone
SN Senegal
SO Somalia
SR Suriname
SS South Sudan
SV El Salvador
SY Syria
SZ Eswatini, Swaziland
TD Chad
TG Togo
TH Thailand
TJ Tajikistan
TL Timor-Leste, East Timor
TM Turkmenistan
TN Tunisia
TR Turkey, Türkiye, Turkiye
TT Trinidad and Tobago, Trinidad
TW Taiwan
TZ Tanzania
UA Ukraine
UG Uganda
US United States, United States of America, US, USA, America
UY Uruguay
UZ Uzbekistan
VA Vatican, Vatican City
VE Venezuela
VN Vietnam
WS Samoa
XK Kosovo
YE Yemen
ZA South Africa
ZM Zambia
ZW Zimbabwe
"""
LONGEST_NAME = 5  # words of `Democratic Republic of the Congo`


def _folded(name: str) -> str:
    words = name.casefold().replace(".", "").split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


_BY_NAME = {
    _folded(name): code
    for code, _, names in (line.partition(" ") for line in _NAMES.split("\n") if line)
    for name in names.split(", ")
}


def country_named(name: str) -> str | None:
    """Return the code of the country that `name` is in English (`The Gambia`, `U.K.`), else None."""
    return _BY_NAME.get(_folded(name)) if len(name) <= 60 else None
