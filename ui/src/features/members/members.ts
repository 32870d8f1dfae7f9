// What the forms of this room hold, and what the core is given of it.
import type {
  CircleItem, MemberInput, MemberView, OrganisationInput, OrganisationItem, OrganisationKind, PersonName, Role,
} from '../../ipc/generated';

export const ROLES: Role[] = [
  'coordinator', 'secretary', 'family_home_parent', 'organisation_representative', 'researcher', 'experience_expert', 'guest',
];
export const ORGANISATION_KINDS: OrganisationKind[] = [
  'care_provider', 'family_home_network', 'knowledge_institute', 'fund', 'youth_council', 'government', 'other',
];

export interface MemberFields {
  name: PersonName;
  role: Role | '';
  organisation: string;
  email: string;
}

export const memberFields = (member?: MemberView): MemberFields => ({
  name: member ? { ...member.name } : { given: '', particle: '', family: '', sort_as: '' },
  role: member?.role ?? '',
  organisation: member?.organisation ?? '',
  email: member?.email ?? '',
});

export const memberInput = (fields: MemberFields, trimmed: (name: PersonName) => PersonName): MemberInput => ({
  name: trimmed(fields.name),
  role: fields.role || null,
  organisation: fields.organisation || null,
  email: fields.email.trim(),
});

export interface OrganisationFields {
  name: string;
  kind: OrganisationKind | '';
  /** One former name a line, oldest first. */
  former: string;
}

export const organisationFields = (organisation?: OrganisationItem): OrganisationFields => ({
  name: organisation?.name ?? '',
  kind: organisation?.kind ?? '',
  former: organisation?.former_names.join('\n') ?? '',
});

export const organisationInput = (fields: OrganisationFields): OrganisationInput => ({
  name: fields.name.trim(),
  kind: fields.kind || null,
  former_names: lines(fields.former),
});

/** The lines of a text, without empty ones. */
const lines = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter(Boolean);

export interface CircleFields {
  name: string;
  starts: string;
  ends: string;
  meetings: string;
  /** The part that each organisation takes, in words; empty for none. */
  parts: Record<string, string>;
}

export const circleFields = (circle: CircleItem): CircleFields => ({
  name: circle.name,
  starts: circle.starts ?? '',
  ends: circle.ends ?? '',
  meetings: circle.meetings_planned === null ? '' : String(circle.meetings_planned),
  parts: { ...circle.organisations },
});

/** What changed only, so that the rest of the circle stays as others may have put it meanwhile. */
export function circleChange(before: CircleItem, fields: CircleFields) {
  const meetings = Number.parseInt(fields.meetings, 10);
  const parts = Object.fromEntries(Object.entries(fields.parts).map(([id, part]) => [id, part.trim()]));
  const touched = Object.entries(parts).some(([id, part]) => part !== (before.organisations[id] ?? ''));
  const known = Object.entries(parts).filter(([id, part]) => part || id in before.organisations);
  const now = {
    name: fields.name.trim(),
    starts: fields.starts || null,
    ends: fields.ends || null,
    meetings_planned: Number.isNaN(meetings) ? null : meetings,
  };
  const changed = Object.entries(now).filter(([field, value]) => value !== before[field as keyof typeof now]);
  return { ...Object.fromEntries(changed), ...(touched ? { organisations: Object.fromEntries(known) } : {}) };
}

/** How many of someone's laptops belong to the circle, and how many do no more. */
export const laptops = ({ devices }: Pick<MemberView, 'devices'>) => ({
  active: devices.filter((device) => device.active).length,
  gone: devices.filter((device) => !device.active).length,
});

/** The organisations that take part in the circle, in the order of the list, each with its part. */
export const takingPart = (circle: CircleItem, organisations: OrganisationItem[]) =>
  organisations.flatMap(({ id, name }) => {
    const part = circle.organisations[id];
    return part ? [{ id, name, part }] : [];
  });
