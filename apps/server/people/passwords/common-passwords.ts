/**
 * Frequent passwords and the words people build them from, written down by hand for this project.
 * The rule takes digits and signs off first, so `football` here also refuses `Football2024!`.
 */
const words = `
  password passwort passw0rd passwd pass passcode passphrase password1 mypassword thepassword newpassword
  oldpassword nopassword apassword yourpassword changeme changethis changemenow changeit letmein letmeinnow
  letmeinplease openup opensesame welcome welcomeback welcomehome hello hellohello hellothere helloworld hi
  goodbye admin administrator adminadmin admin1 root rootroot superuser sysadmin system sysop manager
  guest guestguest user useruser username default test testtest tester testing testpass temp temporary temppass
  demo demodemo example sample secret secrets topsecret mysecret secretpassword private login logmein signin
  logon access accesscode accessdenied master masterkey mastermind trustno1 trustme trust nothing none noone
  whatever whatsup idontknow dontknow iforgot forgot forgotten remember rememberme mypass mypasscode
  qwerty qwert qwertz azerty qwertyuiop qwertyui qwerty1 qwerty12 qwerty123 qwertyqwerty asdf asdfg asdfgh
  asdfghjkl asdfjkl asdfasdf asdasd zxcv zxcvb zxcvbn zxcvbnm zxcvbnmasdfghjkl qaz qazwsx qazwsxedc qazxsw
  wsx edc 1qaz2wsx 1qaz2wsx3edc zaq12wsx zaq1zaq1 xsw2zaq1 q1w2e3r4 q1w2e3 q1w2e3r4t5 1q2w3e 1q2w3e4r
  1q2w3e4r5t qweasd qweasdzxc qweqwe qwe123 asd123 zxc123 poiuytrewq lkjhgfdsa mnbvcxz poiuyt mnbvc
  abc abcd abcde abcdef abcdefg abcdefgh abc123 abcd1234 a1b2c3 a1b2c3d4 aaa aaaa aaaaa aaaaaa aaaaaaaa
  123 1234 12345 123456 1234567 12345678 123456789 1234567890 12341234 123123 123123123 123321 1234321
  12344321 123454321 11111 111111 1111111 11111111 000000 00000000 222222 333333 444444 555555 666666 777777
  7777777 888888 88888888 999999 99999999 112233 11223344 1122334455 121212 131313 12121212 10203040 147258
  147258369 159357 159753 258456 741852963 789456 789456123 987654 987654321 9876543210 0987654321 654321
  654321654321 54321 4321 112358 314159 31415926 271828 696969 420420 12qwaszx 1a2b3c 1a2b3c4d
  iloveyou iloveu ilovehim iloveher ilovemum ilovemom ilovedad iloveme iloveit iloveyou2 iloveyoubaby loveyou
  lovely lovelove love lover lovers loveme loveable loverboy lovergirl mylove truelove firstlove onelove
  ihateyou hateyou hateme ihateschool ilovegod ilovejesus jesus jesuschrist christ godisgood godislove god
  heaven angel angels angelbaby babyangel baby babygirl babyboy babyface babe babes honey honeybee honeybunch
  sweet sweetie sweetheart sweetness sweetpea sugar sugarplum candy candyman cupcake cookie cookies
  chocolate vanilla strawberry banana bananas apple apples orange cherry lemon peaches pumpkin pineapple
  coffee coffeecup teatime cheese cheeseburger burger pizza pizzapizza pasta bacon butter butterfly peanut
  pickle popcorn biscuit chicken nugget noodle noodles potato tomato
  princess princesa prince queen queenbee king kingkong kings kinglong royal knight knights lord
  monkey monkeys monkeyboy dragon dragons dragonfly dragonball tiger tigers lion lions lionking bear bears
  teddy teddybear panda pandas puppy puppies puppylove kitty kitten kittens kittycat cat cats dog dogs doggy
  doggie bulldog horse horses pony unicorn unicorns dolphin dolphins shark sharks eagle eagles falcon hawk
  wolf wolves fox foxy rabbit bunny hamster turtle snake spider scorpion elephant giraffe penguin
  butterflies ladybug bumblebee phoenix raven cobra panther jaguar leopard cheetah goldfish duck ducky duckling
  football footballer soccer soccerball baseball basketball softball volleyball hockey icehockey tennis golf
  golfer cricket rugby netball swimming swimmer gymnastics running runner boxing wrestling karate judo dance
  dancer dancing ballet skater skateboard snowboard surfing surfer cycling racing racer formula1 fishing
  hunter hunting champion champions winner winning victory goal goalkeeper striker captain team teamwork
  liverpool liverpoolfc arsenal arsenalfc chelsea chelseafc everton tottenham spurs manchester manutd mancity
  manchesterunited manchestercity unitedfc newcastle sunderland villa astonvilla leeds leedsunited westham
  rangers celtic juventus barcelona realmadrid madrid milan intermilan bayern dortmund ajax benfica
  cowboys steelers packers patriots yankees redsox lakers bulls celtics warriors raiders giants dodgers
  superman batman spiderman ironman captainamerica hulk thor wolverine deadpool joker robin wonderwoman
  superwoman supergirl superstar super superhero hero heroes avengers avenger marvel xmen transformers
  starwars startrek darthvader vader skywalker lukeskywalker yoda jedi jedimaster chewbacca hansolo
  harrypotter hogwarts gryffindor slytherin hufflepuff ravenclaw dumbledore hermione voldemort potter hobbit
  gandalf frodo legolas aragorn matrix neo terminator rambo rocky godzilla jurassic dinosaur jurassicpark
  pokemon pikachu charizard bulbasaur squirtle mewtwo digimon naruto sasuke goku vegeta onepiece
  mario supermario luigi yoshi zelda sonic tetris pacman minecraft creeper steve roblox fortnite
  fortniteking battleroyale callofduty blackops halo masterchief xbox xboxone playstation nintendo gameboy gamer
  gamers gaming gameover games game player playerone playboy overwatch warcraft worldofwarcraft starcraft
  diablo counterstrike valorant league legends leagueoflegends dota amongus impostor
  google googlecom youtube facebook instagram snapchat tiktok twitter whatsapp netflix disney disneyland
  mickey mickeymouse minnie donald donaldduck goofy pluto tinkerbell cinderella rapunzel elsa anna frozen
  moana simba nemo dory buzzlightyear woody shrek fiona spongebob patrick homer bart simpson simpsons
  scooby scoobydoo garfield snoopy barney elmo barbie hellokitty winnie tigger eeyore piglet
  microsoft windows apple1 iphone ipad macbook samsung android nokia computer computers laptop internet
  internetexplorer chrome firefox linux ubuntu oracle server network wireless router database hacker hackers
  hacked cyber matrix1 binary digital robot robots
  sunshine sunny sunflower sun moon moonlight moonshine star stars starlight stardust starfish sky skyline
  rainbow rainbows rain snow snowball snowflake snowman thunder lightning storm stormy summer summertime
  winter spring autumn january february march april may june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday weekend holiday holidays christmas xmas
  easter halloween birthday happybirthday newyear santa santaclaus rudolph
  flower flowers rose roses lily daisy violet jasmine lavender tulip orchid
  red blue green yellow purple pink black white brown gold golden silver diamond diamonds crystal
  emerald ruby sapphire pearl orangejuice blackcat blackdog blackbird blackrose whitecat bluesky bluemoon
  redrose reddevil reddevils greenday pinkfloyd purplerain goldfinger silverado
  london england scotland ireland wales britain brazil germany france paris italy roma rome spain
  portugal america usa canada mexico australia sydney newyork california texas florida chicago boston
  dallas hollywood vegas lasvegas india pakistan china japan tokyo russia moscow poland warsaw berlin
  amsterdam dublin glasgow edinburgh cardiff belfast bristol birmingham sheffield nottingham
  michael jordan michaeljordan david daniel andrew joshua james john johnny robert william thomas matthew
  anthony charlie charles george harry oliver jack jackson jacob samuel joseph benjamin alexander alex
  nicholas nicole jessica jennifer amanda ashley sarah samantha michelle melissa stephanie elizabeth victoria
  natalie hannah emily emma olivia sophia sophie isabella chloe grace lucy ella mia amelia megan lauren
  rebecca rachel laura katie kate maria martin kevin brian jason justin brandon tyler ryan dylan logan lewis
  liam noah ethan mason max oscar leo alfie archie freddie theo arthur henry edward peter paul mark
  simon richard christopher christian jonathan jordan1 patricia barbara susan linda mary margaret
  muhammad mohammed mohamed ahmed ali fatima aisha hassan hussain ibrahim omar yusuf
  buster bella molly lola max1 rocky1 coco milo duke bailey cooper tucker bear1 shadow sadie maggie
  sophie1 lucky luckyone luckyme charlie1 ginger pepper smokey oreo patches mittens fluffy snowy spot rex
  school schools schoolboy schoolgirl highschool primaryschool myschool college university academy classroom class
  student students pupil pupils teacher teachers teaching headteacher homework learning learner education
  maths mathematics english science physics chemistry biology history geography computing library lesson
  lessons exam exams graduate graduation myclass year7 year8 year9 teacher1 student1 letmelearn learn
  family mother father mummy daddy mommy mum dad mama papa sister brother brothers sisters grandma grandad
  grandpa nana auntie cousin friend friends friendship bestfriend bestfriends forever together foreverlove
  always alwaysandforever happy happiness happyday happyfeet smile smiley smiling laugh laughing joy peace
  peaceandlove hope faith dream dreams dreamer believe magic magical magician wizard witch ghost
  vampire zombie monster monsters killer ninja ninjas pirate pirates samurai warrior soldier army marine
  navy airforce police fireman firefighter doctor nurse lawyer engineer chef artist
  music musical rock rockstar rocknroll metal metallica slipknot nirvana eminem rihanna beyonce
  shakira madonna elvis beatles thebeatles queen1 coldplay oasis blink182 linkinpark greenday1 onedirection
  justinbieber bieber taylorswift swiftie arianagrande billieeilish drake kanye tupac biggie snoopdogg jayz
  guitar guitarist piano violin drums drummer bass bassist trumpet singer singing song songs
  ferrari porsche lamborghini mercedes mercedesbenz bmw audi honda toyota nissan mustang corvette camaro
  chevrolet chevy dodge ford fordmustang jeep subaru yamaha kawasaki suzuki ducati harley harleydavidson
  volkswagen landrover rangerover tesla bugatti maserati
  money moneymoney cash cashmoney dollar dollars million millionaire billion billionaire rich richie bitcoin
  crypto bank banker business company office boss bossman
  cool coolcat cooldude coolguy coolkid coolgirl awesome amazing brilliant fantastic perfect beautiful
  beauty gorgeous pretty cutie cutiepie sexy sexygirl hottie hotstuff sweetgirl badboy badgirl goodboy
  goodgirl naughty crazy crazygirl crazyboy crazycat mad maddog wild wildcat freedom liberty justice america1
  power powerful strong stronger strength energy fire fireball firefly flame blaze water ocean sea river lake
  mountain forest jungle island beach paradise space spaceman galaxy universe planet earth mars jupiter saturn
  venus apollo zeus athena hercules titan titans legend legendary alpha omega delta gamma
  security secure safety safe lock locked unlock key keys keyboard mouse monitor screen window door
  house home homesweethome mycomputer mylaptop mydog mycat myhouse mylife mybaby myfamily myangel myself
  fuckyou fuckoff fuckme shit bitch asshole bollocks bastard wanker arse poop poopoo pooface farty fartface
  stupid idiot loser losers nerd nerdy geek geeky noob noobmaster boring bored lazy hungry sleepy tired
  blahblah blahblahblah lol lollol lmao omg omgomg haha hahaha hahahaha hehe hehehe yolo swag swagger
  boo booboo bubble bubbles bubblegum lollipop gummybear jellybean jelly marshmallow sprinkles muffin
  sparkle sparkles glitter shiny tinker twinkle jingle jinglebells
  correcthorsebatterystaple correcthorse batterystaple thisisapassword thisismypassword itsasecret
  donttellanyone dontforget dontforgetme letmeinside openthedoor pleaseletmein mynameis iamthebest iamtheone
  thebest theone number1 numberone onetwothree onetwothreefour onetwo firstname lastname surname nickname
  waymark waymarkadmin waymarkteacher waymarkstudent waymarkpassword`

export const commonPasswords: ReadonlySet<string> = new Set(words.trim().split(/\s+/))
