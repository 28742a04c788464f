"""How documents come in, are corrected and confirmed, and become plans on their way to issue."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from uuid import UUID

from haidang.conf.demonstration import finding, texts
from haidang.conf.demonstration.scenes import Moment, Scene, Stage
from haidang.flows.add_item import add_item
from haidang.flows.choose_agencies import choose_agencies
from haidang.flows.confirm_duties import confirm_duties
from haidang.flows.draft_plan import draft_plan
from haidang.flows.duty_values import DutyValues
from haidang.flows.edit_duty import edit_duty
from haidang.flows.edit_plan import edit_plan
from haidang.flows.give_duty import give_duty
from haidang.flows.issue_plan import issue_plan
from haidang.flows.register_directive import register_directive
from haidang.flows.review_plan import review_plan
from haidang.flows.sign_plan import sign_plan
from haidang.flows.split_duty import split_duty
from haidang.flows.submit_plan import submit_plan


@dataclass
class Papers:
    """The documents and plans of the demonstration on their stage, by the name of their text."""

    stage: Stage
    words: dict[str, dict[str, str]] = field(default_factory=lambda: texts.table("plans"))
    directives: dict[str, UUID] = field(default_factory=dict)
    plans: dict[str, UUID] = field(default_factory=dict)

    def scenes(self) -> Iterator[Scene]:
        """One plan in force, one before its superiors, one to be numbered; two documents not yet confirmed."""
        moment = self.stage.moment
        yield Scene(moment(-77, 8), partial(self.register, "crest", "611"))
        yield Scene(moment(-76, 9), partial(self.confirm, "crest"))
        yield Scene(moment(-76, 15), partial(self.draft, "crest"))
        yield Scene(moment(-75, 10), partial(self.submit, "crest"))
        yield Scene(moment(-75, 16), partial(self.approve, "crest", "phogiamdoc"))
        yield Scene(moment(-74, 9), partial(self.approve, "crest", "phochutich"))
        yield Scene(moment(-74, 15), partial(self.sign, "crest", "lanhdao"))
        yield Scene(moment(-73, 8), partial(self.issue, "crest", "215"))
        yield Scene(moment(-15, 8), partial(self.register, "lodging", "874"))
        yield Scene(moment(-14, 9), partial(self.confirm, "lodging"))
        yield Scene(moment(-13, 14), partial(self.draft, "lodging"))
        yield Scene(moment(-2, 10), partial(self.submit, "lodging"))
        yield Scene(moment(-1, 11), partial(self.approve, "lodging", "phogiamdoc"))
        yield Scene(moment(-8, 9), self.draft_own)
        yield Scene(moment(-7, 9), partial(self.submit, "training"))
        yield Scene(moment(-6, 9), partial(self.approve, "training", "phogiamdoc"))
        yield Scene(moment(-5, 9), partial(self.approve, "training", "phochutich"))
        yield Scene(moment(-1, 15), partial(self.sign, "training", "phochutich"))
        yield Scene(moment(-5, 8), partial(self.register, "fishing", "902"))
        yield Scene(moment(-4, 9), self.correct)
        yield Scene(moment(0), partial(self.register, "telegram", "918"))

    def register(self, name: str, arrival_number: str, when: Moment) -> None:
        """The records clerk takes the document in."""
        self.directives[name] = register_directive(
            actor=self.stage.province["vanthu"],
            at=when.at,
            today=when.today,
            data=texts.document(name, self.stage.day(0)).encode(),
            label=f"{name}.txt",
            arrival_number=arrival_number,
            arrival_date=when.today,
        )

    def confirm(self, name: str, when: Moment) -> None:
        """The officer looks at what was unsure and confirms.

        A duty to report on several days keeps no day of its own: each day has its report request, with its clock.
        """
        actor, directive = self.stage.province["thuongtruc"], self.directives[name]
        for unsure in [row for row in finding.duties(actor, directive) if row.in_doubt]:
            values = DutyValues(
                text=unsure.text,
                clause=unsure.clause,
                leads=tuple(party.name for party in unsure.leads),
                supports=tuple(party.name for party in unsure.supports),
                is_report=unsure.is_report,
            )
            edit_duty(
                actor=actor,
                at=when.at,
                today=when.today,
                directive_uuid=directive,
                duty_uuid=unsure.uuid,
                revision=finding.revision(actor, directive),
                values=values,
            )
        revision = finding.revision(actor, directive)
        confirm_duties(actor=actor, at=when.at, directive_uuid=directive, revision=revision)

    def correct(self, when: Moment) -> None:
        """The dispatch on fishing boats is being worked on: a body that is gone, a sentence that asks two things."""
        actor, directive = self.stage.province["thuongtruc"], self.directives["fishing"]
        words = self.words["fishing"]
        gone = finding.duty(actor, directive, words["gone_in"])
        choose_agencies(
            actor=actor,
            at=when.at,
            today=when.today,
            directive_uuid=directive,
            duty_uuid=gone.uuid,
            revision=finding.revision(actor, directive),
            name=words["gone"],
            agencies=(self.stage.province.agencies["sonoivu"].uuid,),
        )
        double = finding.duty(actor, directive, words["split_at"])
        first, rest = double.text.split(words["split_at"])
        split_duty(
            actor=actor,
            at=when.at,
            directive_uuid=directive,
            duty_uuid=double.uuid,
            revision=finding.revision(actor, directive),
            parts=(first, words["split_at"] + rest),
        )

    def draft(self, name: str, when: Moment) -> None:
        """The officer drafts a plan of the People's Committee from the confirmed document."""
        actor, words = self.stage.province["thuongtruc"], self.words[name]
        issuer = self.stage.province.agencies["ubnd"].uuid
        title = texts.filled(words["title"], self.stage.day(0))
        plan = draft_plan(
            actor=actor,
            at=when.at,
            today=when.today,
            issuer_uuid=issuer,
            title=title,
            directive_uuid=self.directives.get(name),
        )
        edit_plan(
            actor=actor,
            at=when.at,
            today=when.today,
            plan_uuid=plan,
            title=title,
            issuer_uuid=issuer,
            year=when.today.year,
            starts=self.stage.day(int(words["starts"])),
            ends=self.stage.day(int(words["ends"])),
            aims=words["aims"],
            funds=words["funds"],
        )
        self.plans[name] = plan

    def draft_own(self, when: Moment) -> None:
        """A plan without a document above it, with one duty of its own."""
        self.draft("training", when)
        actor, agencies = self.stage.province["thuongtruc"], self.stage.province.agencies
        item = add_item(
            actor=actor,
            at=when.at,
            plan_uuid=self.plans["training"],
            text=self.words["training"]["duty"],
            kind="date",
            day=self.stage.day(25),
            before=True,
        )
        give_duty(
            actor=actor,
            at=when.at,
            today=when.today,
            item_uuid=item,
            leads=[agencies["congtacxahoi"].uuid],
            cooperating=[agencies["soyte"].uuid, agencies["phunu"].uuid],
        )

    def submit(self, name: str, when: Moment) -> None:
        """The plan is shown to two superiors, one after the other."""
        posts = [self.stage.province[who].post_uuid for who in ("phogiamdoc", "phochutich")]
        submit_plan(
            actor=self.stage.province["thuongtruc"],
            at=when.at,
            today=when.today,
            plan_uuid=self.plans[name],
            superiors=posts,
        )

    def approve(self, name: str, who: str, when: Moment) -> None:
        """A superior agrees."""
        review_plan(actor=self.stage.province[who], at=when.at, plan_uuid=self.plans[name], approved=True)

    def sign(self, name: str, who: str, when: Moment) -> None:
        """A leader of the issuing agency signs."""
        sign_plan(actor=self.stage.province[who], at=when.at, plan_uuid=self.plans[name])

    def issue(self, name: str, number: str, when: Moment) -> None:
        """The records clerk gives number and day."""
        issue_plan(
            actor=self.stage.province["vanthu"],
            at=when.at,
            today=when.today,
            plan_uuid=self.plans[name],
            number=number,
            symbol="KH-UBND",
            issued_on=when.today,
        )
