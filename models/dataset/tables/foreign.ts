const table = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text
      .trim()
      .split(/\s+/)
      .map((pair) => pair.split("=") as [string, string]),
  );

/** Parameter names of providers who write them in their own language. */
export const foreignNames: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  de: table(`city=stadt location=ort place=ort date=datum day=tag when=wann time=uhrzeit from=von to=nach origin=start
    destination=ziel name=name address=adresse message=nachricht text=text body=inhalt number=nummer phone=telefon
    amount=betrag value=wert currency=waehrung language=sprache people=personen guests=gaeste adults=erwachsene days=tage
    nights=naechte limit=anzahl count=anzahl title=titel word=wort query=suche q=suche product=produkt price=preis
    max_price=preis_bis color=farbe size=groesse format=format room=zimmer room_name=zimmer minutes=minuten duration=dauer
    subject=betreff recipient=empfaenger email=email year=jahr rate=zins years=jahre team=verein league=liga sign=sternzeichen
    dish=gericht ingredients=zutaten units=einheit radius=umkreis country=land code=code number_of=anzahl task=aufgabe
    plant=pflanze priority=prioritaet author=autor book=buch song=lied artist=kuenstler movie=film flight=flug stop=haltestelle
    hours=stunden seats=plaetze temperature=temperatur repeat=wiederholung time_zone=zeitzone symptom=beschwerde`),
  no: table(`city=by location=sted place=sted date=dato day=dag when=naar time=klokkeslett from=fra to=til origin=avreise
    destination=maal name=navn address=adresse message=melding text=tekst number=nummer phone=telefon amount=belop
    value=verdi currency=valuta language=spraak people=personer guests=gjester adults=voksne days=dager nights=netter
    limit=antall count=antall title=tittel word=ord query=sok q=sok product=vare price=pris max_price=makspris color=farge
    size=storrelse room=rom minutes=minutter duration=varighet subject=emne recipient=mottaker email=epost year=aar rate=rente
    years=aar team=lag league=liga sign=stjernetegn dish=rett ingredients=ingredienser radius=avstand country=land task=oppgave
    author=forfatter book=bok song=sang artist=artist hours=timer seats=plasser temperature=temperatur plant=plante`),
  es: table(`city=ciudad location=lugar place=lugar date=fecha day=dia when=cuando time=hora from=desde to=hasta origin=origen
    destination=destino name=nombre address=direccion message=mensaje text=texto number=numero phone=telefono amount=cantidad
    value=valor currency=moneda language=idioma people=personas guests=huespedes adults=adultos days=dias nights=noches
    limit=limite count=cantidad title=titulo word=palabra query=busqueda q=busqueda product=producto price=precio
    max_price=precio_max color=color size=tamano room=habitacion minutes=minutos duration=duracion subject=asunto
    recipient=destinatario email=correo year=ano years=anos rate=interes team=equipo league=liga sign=signo dish=plato
    ingredients=ingredientes radius=radio country=pais task=tarea author=autor book=libro song=cancion hours=horas plant=planta`),
  fr: table(`city=ville location=lieu place=lieu date=date day=jour when=quand time=heure from=de to=vers origin=depart
    destination=arrivee name=nom address=adresse message=message text=texte number=numero phone=telephone amount=montant
    value=valeur currency=devise language=langue people=personnes guests=invites adults=adultes days=jours nights=nuits
    limit=limite count=nombre title=titre word=mot query=recherche q=recherche product=produit price=prix max_price=prix_max
    color=couleur size=taille room=piece minutes=minutes duration=duree subject=objet recipient=destinataire email=courriel
    year=annee years=annees rate=taux team=equipe league=ligue sign=signe dish=plat ingredients=ingredients radius=rayon
    country=pays task=tache author=auteur book=livre song=chanson hours=heures plant=plante`),
};
