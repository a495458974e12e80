using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sen.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PersonalDataRequests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "email",
                table: "registrations",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "personal_data_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    wish = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    asked_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false),
                    answer_by = table.Column<DateOnly>(type: "date", nullable: false),
                    done_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    done_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_personal_data_requests", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_registrations_email",
                table: "registrations",
                column: "email");

            migrationBuilder.CreateIndex(
                name: "ix_personal_data_requests_done_at_answer_by",
                table: "personal_data_requests",
                columns: new[] { "done_at", "answer_by" });

            migrationBuilder.CreateIndex(
                name: "ix_personal_data_requests_person_id",
                table: "personal_data_requests",
                column: "person_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "personal_data_requests");

            migrationBuilder.DropIndex(
                name: "ix_registrations_email",
                table: "registrations");

            migrationBuilder.DropColumn(
                name: "email",
                table: "registrations");
        }
    }
}
