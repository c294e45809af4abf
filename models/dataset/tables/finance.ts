import { choice, count, define, flag, slot } from "../make/define.ts";

export const finance = [
  define("currency-conversion", "finance", {
    operations:
      "convert; convert currency; exchange rate; currency conversion; fx convert; convert amount; rate",
    describe: `Converts an amount between two currencies.
      Exchange rates, live.
      How much money is in another currency.
      Currency converter with daily rates.
      FX conversion at the market rate.
      Converts money from one currency to another.
      Mid-market rates for 170 currencies.
      de|Rechnet Währungen um.`,
    slots: {
      amount: slot("amount"),
      from: slot("currency", "from base source from_currency base_currency"),
      to: slot("currency", "to target quote to_currency target_currency"),
      date: slot("date", "date on at_date", "at the rate of {}; as of {}"),
      fees: flag("fees include_fees with_fees", "with bank fees; including fees", "without fees"),
    },
    ask: `convert {amount} {from} to {to}
      how much is {amount} {from} in {to}
      {amount} {from} in {to}
      ~the bill here says {amount} {from}, what is that in {to}?
      exchange {amount} {from} to {to}
      what's {amount} {from} worth in {to}
      {from} to {to}, {amount}
      ~I still have {amount} {from} from the holiday, how many {to} would I get
      give me the value of {amount} {from} in {to}
      calculate {amount} {from} to {to}
      ~my salary is {amount} {from}, but my rent is in {to}
      currency conversion: {amount} {from} into {to}
      de|Wie viel sind {amount} {from} in {to}?
      es|cuánto son {amount} {from} en {to}
      change {amount} {from} into {to}
      {amount} {from} = ? {to}`,
    real: /(convert|exchange).*currenc|currency (conver|exchange)/i,
  }),
  define("stock-quote", "finance", {
    operations: "quote; stock price; get quote; last price; share price; ticker; latest trade",
    describe: `Latest price of a share.
      Stock quote by company or ticker.
      Real-time share prices.
      Delayed quotes from many exchanges.
      What a stock trades at.
      Price, change and volume of a share.
      Equity quotes, worldwide.
      Market price of a listed company.`,
    slots: {
      company: slot("company"),
      currency: slot("currency", "", "in {}"),
      history: count(2, 30, "days history_days history", "with the last {} days; , and {} days of history"),
      exchange: choice(
        "exchange market venue",
        `on NASDAQ = NASDAQ nasdaq XNAS
        on the NYSE = NYSE nyse XNYS
        in Frankfurt / on XETRA = XETRA xetra XETR`,
        "{}",
      ),
    },
    ask: `stock price of {company}
      how much is {company} trading at
      {company} quote
      share price {company}
      ~should I be happy that I bought {company} last year, where does it stand
      what's {company} stock at
      price of {company} shares
      ~my portfolio is all {company}, how is it doing
      quote for {company} please
      how are {company} shares doing today
      get me the latest price for {company}
      {company} stock now
      pt|preço das ações da {company}
      look up the {company} share
      what does one share of {company} cost
      ticker {company}`,
    near: "crypto-price",
    real: /(stock|share|equity) (price|quote)|last (trade|quote) for a symbol/i,
  }),
  define("crypto-price", "finance", {
    operations: "coin price; crypto price; price; token price; ticker; get rate; simple price",
    describe: `Price of a cryptocurrency.
      What a coin is worth now.
      Live crypto rates.
      Coin prices in any currency.
      Market price of tokens.
      Ticker of a digital coin.
      Crypto market data, by the minute.
      Rates of thousands of coins.`,
    slots: {
      coin: slot("coin"),
      currency: slot("currency", "", "in {}; , priced in {}"),
      change: flag(
        "change include_change include_24h",
        "with the daily change; and the 24h change",
        "just the price",
      ),
    },
    ask: `price of {coin}
      how much is {coin} right now
      {coin} price in {currency}
      what's one {coin} worth
      ~is it time to sell my {coin}?
      {coin} rate
      how is {coin} doing
      current {coin} price {currency}
      ~I found an old wallet with {coin} in it, how rich am I
      value of {coin} in {currency}
      check {coin}
      {coin} to {currency}
      it|quanto vale {coin} adesso?
      crypto price {coin}
      how high is {coin} in {currency}
      tell me what {coin} trades for`,
    near: "stock-quote currency-conversion",
    real: /(crypto|coin|token)\w* ?(currency)? ?(price|rate|ticker)/i,
  }),
  define("payment-request", "finance", {
    operations:
      "create payment; request payment; payment link; charge; collect; new payment; create payment link",
    describe: `Creates a payment and a link to pay it.
      Ask somebody for money.
      Payment links for shops and people.
      Request an amount by link.
      Charge a customer.
      Collects a payment in any currency.
      Checkout link with amount and note.
      Get paid online.`,
    slots: {
      amount: slot("amount"),
      currency: slot("currency"),
      email: slot("email", "payer customer_email to receipt_email", "from {}"),
      note: slot("heading", "description note reference memo", ', note "{}"'),
      once: flag("single_use one_time", "for one-time use", "reusable"),
    },
    ask: `request {amount} {currency}
      create a payment of {amount} {currency}
      payment link for {amount} {currency}
      charge {amount} {currency}
      ~{email} still owes me {amount} {currency}
      ask {email} for {amount} {currency}
      collect {amount} {currency} from {email}
      ~dinner was on me, get {amount} {currency} back from {email}
      I want to be paid {amount} {currency}
      bill {email} {amount} {currency}
      take a payment of {amount} {currency}
      make a checkout link over {amount} {currency}
      de|Zahlungslink über {amount} {currency}
      new payment {amount} {currency}
      let {email} pay {amount} {currency}
      get {amount} {currency} from {email}`,
    near: "invoice send-money",
    real: /create.*payment( link| intent| session)?\b(?!.*(method|plan|term|webhook))/i,
  }),
  define("invoice", "finance", {
    operations: "create invoice; new invoice; send invoice; issue invoice; draft invoice",
    describe: `Writes an invoice and sends it.
      Invoices as PDF for your customers.
      Creates an invoice with due date.
      Billing for freelancers.
      Issue and mail invoices.
      New invoice for a customer.
      Professional invoices in seconds.
      de|Rechnung erstellen und senden.`,
    slots: {
      to: slot("email", "customer to customer_email client recipient"),
      amount: slot("amount", "amount total sum net_amount"),
      currency: slot("currency", "", "in {}"),
      item: slot("job", "item description for line_item", ""),
      due: count(7, 60, "due_days payment_terms due_in_days", "due in {} days; payable within {} days"),
      vat: flag("vat with_vat include_tax", "with VAT; plus VAT", "without VAT; tax free"),
    },
    ask: `invoice {to} for {amount}
      create an invoice over {amount} {currency} for {to}
      send {to} an invoice of {amount} {currency}
      ~work for {to} is done, time to bill them {amount} properly on paper
      new invoice: {to}, {amount} {currency}
      issue an invoice to {to}, {amount}
      write an invoice for {to} over {amount} {currency}
      draft an invoice of {amount} for {to}
      ~the accountant wants a document for the {amount} from {to}
      make an invoice, {amount} {currency}, customer {to}
      invoice of {amount} to {to}, due in {due} days
      {to} gets an invoice over {amount}
      de|Rechnung über {amount} an {to}
      bill {to} with an invoice of {amount} {currency}
      prepare the invoice for {to}: {amount}
      I need an invoice for {to}, total {amount}`,
    near: "payment-request send-email",
    real: /create.*\binvoice\b(?!.*(item|line|payment|template))/i,
  }),
  define("send-money", "finance", {
    operations: "send money; transfer; create transfer; pay; remit; payout",
    describe: `Transfers money to somebody.
      Send money abroad at low cost.
      Bank transfer by IBAN.
      Pays out to any account.
      International transfers.
      Moves money from your account.
      Instant payments to friends.
      Remittance in many currencies.`,
    slots: {
      amount: slot("amount"),
      currency: slot("currency"),
      to: slot("iban", "to iban account recipient_account beneficiary"),
      note: slot("heading", "reference note memo message", 'with the note "{}"'),
      instant: flag("instant express urgent", "as an instant transfer; instantly", "no hurry"),
    },
    ask: `send {amount} {currency} to {to}
      transfer {amount} {currency} to account {to}
      wire {amount} {currency} to {to}
      ~rent is due, {amount} {currency}, landlord has {to}
      pay {amount} {currency} to {to}
      move {amount} {currency} to {to}
      bank transfer {to} {amount} {currency}
      ~I owe the plumber {amount} {currency}, account {to}
      remit {amount} {currency} to {to}
      make a transfer of {amount} {currency} to {to}
      payout {amount} {currency} to {to}
      put {amount} {currency} on {to}
      de|Überweise {amount} {currency} an {to}
      {amount} {currency} to iban {to}
      send over {amount} {currency}, iban {to}
      es|transfiere {amount} {currency} a {to}`,
    near: "payment-request iban-validation",
    real: /create.*\btransfer\b|send money/i,
  }),
  define("loan-calculator", "finance", {
    operations: "loan payment; calculate loan; mortgage; monthly payment; amortization; loan calculator",
    describe: `Monthly payment of a loan.
      Mortgage calculator.
      What a loan costs each month.
      Amortization schedule by rate and years.
      Calculates interest and instalments.
      Loan costs at a glance.
      Payment plan for house and car loans.
      Instalments from amount, rate and term.`,
    slots: {
      amount: slot("principal", "amount principal loan_amount"),
      rate: slot("rate"),
      years: count(2, 30, "years term term_years duration"),
      down: slot("principal", "down_payment deposit", "with {} down"),
    },
    ask: `monthly payment for a loan of {amount} at {rate} percent over {years} years
      loan {amount}, {rate}%, {years} years
      mortgage calculator {amount} {rate}% {years} years
      ~can I afford a flat if I borrow {amount} at {rate}% for {years} years?
      what do I pay each month for {amount} at {rate} % in {years} years
      calculate a loan: {amount} at {rate}% for {years} years
      how much interest on {amount} at {rate}% over {years} years
      ~the bank offers {amount} for {years} years at {rate}%, what leaves my account monthly
      instalments for {amount}, {years} years, {rate} percent
      repay {amount} within {years} years at {rate}%, how much a month
      amortization of {amount} over {years} years with {rate}%
      if I take {amount} for {years} years at {rate}%
      de|Rate für einen Kredit über {amount} bei {rate}% und {years} Jahren
      loan cost {amount} {years} years {rate}%
      car loan {amount} at {rate}% over {years} years
      work out the monthly cost of {amount} over {years} years at {rate}%`,
    real: /(loan|mortgage) (calculat|payment)/i,
  }),
];
