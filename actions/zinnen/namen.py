"""Names of people that are words of a dictionary too, or that many have: a sentence with one of these is not kept.

Most names need no place here: a word that stands in no dictionary is in doubt, and what is in doubt is not kept (`zeef.py`).
Without accents, in small letters. Left out is what nearly always means something else ("wil", "an", "meer").
"""

from __future__ import annotations

_VOORNAMEN = """
aad aafke aart abdel abdul abel abraham ad ada adam adriaan adrie agnes ahmed aisha albert alex alexander alexandra ali alice
alida alie alma amber amina amir amira amy ana anas andre andrea andries anita anja ankie anna anne anneke annelies annet
annie anouk antje antoinette anton antonia antoon ariana arie arjan arnold arthur astrid aya ayoub ayse bart bas bastiaan
beatrix ben benjamin benno bep berend bernadette bernard bert berta betsy betty bianca bilal bob boris bouke boy bram brenda
brigitte britt bruno carin carla carlos carmen carola caroline casper catharina cees celine chantal charlotte chris christa
christel christiaan christina christine cindy claire clara claudia coen conny cor corinne cornelia cornelis corrie corry daan
daniel danielle danny david dennis derk diana dick diederik dieke dimitri dina dirk dolf dominique donald dora doris douwe
duco eddy edgar edith eduard edwin eef eelco eline elisabeth elise elizabeth ella ellen elly els elsa elske elvira emiel
emily emma emre enzo eric erica erik erika ernst erwin esmee esra esther eva evelien eveline evert fabian farid fatih fatima
fatma fay feline felix femke fenna ferdinand fien finn fiona fleur floor flora floris frank frans fransje fred frederik freek
frits froukje gabriel geert geertje geertruida george gerard gerben gerda gerrit gerritje gert gertrud gijs gilbert gina
greet greetje grietje guido gus guus habib hadi hajar hakan hamid hamza hanna hannah hanneke hannie hanny hans harald harm
harrie harry hasan hassan hatice hedwig hein heleen helena hendrik hendrika henk henny henri henriette herman hetty hidde
hilda hilde hubert hugo huib huseyin ian ibrahim ida ilse imane ina inez inge ingrid irene iris irma isa isaac isabel ismail
ivan ivo jaap jack jacob jacqueline jacques jade jamal james jan jana janna janneke jannie jans jantje jasmijn jasper jayden
jeanette jeannette jelle jennifer jenny jeroen jerome jesper jesse jessica jet jill jim jip jo joan job jochem joep joey
johan johanna johannes john joke jolanda jonas jonathan joop joost jordy jorge joris jos jose josef josephine josien joy
joyce juan judith julia julian juliette jur jurgen jurre justin kaan kadir kamal karel karen karim karin karl kars kasper
kate kathleen katja katrien kay kees kelly kemal ken kevin khadija khalid kim klaas klaus koen koos kristel kyra lana lara
larissa lars laura laurens lea leen leendert leila lena leo leon leonie leontien leyla lia lidia lieke lies liesbeth lieve
lilian lily lina linda lisa lise lisette lobke loes lotte lou louis louise luc luca lucas lucia lucy ludo luna luuk lydia
lynn maaike maarten machteld madelief mahmoud manon manuel marc marcel margaretha margot margreet margriet maria mariam
marian marianne marieke marielle marije marijke marijn marina mario marion maris marit marja marjan marjolein mark marko
markus marleen marlies marloes marnix martha martijn martin martine mary maryam mathijs mats matthijs maud maurice maurits
max maxim mees mehmet melanie melissa melle menno merel meryem mia michael michel michelle michiel mieke mien miep mike mila
milan milly milou mina minke mirella mirjam mohamad mohamed mohammed moniek monique morris moses muhammad murat mustafa myra
nadia naomi natalie natasja nick nico nicole niek niels nienke nina noa noah noor noortje nora norbert olga olivia olivier
omar onno oscar oskar otto ouassim pablo pascal patricia patrick paul paula pauline pedro pepijn peter petra philip pien piet
pieter pieternella pim priscilla quinten rachel rachid rafael ralf ralph ramon rania raymond rebecca rein reinier remco
renate rene renee renske ria riad richard rick rik rita rob robbert robert robin rody roel roeland rogier roland rolf roman
romy ron ronald roos roosje rosa rosalie rowan roy ruben rudi rudolf rutger ruth ruud saar sabine sabrina said salma sam
samantha samir samira sander sandra sanne sara sarah saskia sebastiaan selim selma sem serge sevda shanna sharon sheila siebe
siem sien sietse sifra sil silvia simon simone sjaak sjoerd sjors sofia sofie sonja sophie stan stefan stefanie stella
stephan sterre steven stijn storm susan susanne suzanne suze sven sybren sylvia tamara tanja tara tarik tess tessa teun
teunis thea theo theodoor thijs thomas tijmen tijn tilly tim timo tina tineke tinus titia tjeerd tobias tom tomas tony toon
toos trijntje trudy truus twan ulrike umit ursula valentijn valerie vera victor victoria vincent viola vivian walter wanda
ward wendy werner wesley wiebe wil wilhelmina willeke willem willemijn wilma wim wouter xander yara yasin yasmin yasmine
yassin youssef yusuf yvette yvonne zahra zara zeynep zoe zohra
"""

_ACHTERNAMEN = """
achterberg alberts bakker beek bekker berends bergsma beukers boer boersma bos bosch bosman bouwman brands brandt brouwer
bruijn bruin dekker dijkman dijkstra driessen eikelboom geerts gerritsen goossens groen groot haan haas hendriks hermans
heuvel hoekman hoekstra hofman jacobs jansen janssen janssens jong jonker kaya koning kool koster kramer kroon kuiper kuipers
lam langen leeuw leeuwen linden maas martens meijer meyer molenaar mulder nguyen peeters peters pieters pietersen post postma
prins roos schipper schouten silva singh smeets smit smits snijder snijders stam steen timmer timmerman veenstra verbeek
verhoeven vermeer vermeulen vink vis visser vliet vogel vos vries vrolijk wagenaar willems wolf wolters yilmaz zwart
"""

_GEWONE_WOORDEN = frozenset(
    {"wil", "ben", "an", "groot", "groen", "job", "said", "post", "ken", "jong", "langen", "vis"}
)
"""Names that nearly always mean something else."""

NAMEN = frozenset((_VOORNAMEN + _ACHTERNAMEN).split()) - _GEWONE_WOORDEN
